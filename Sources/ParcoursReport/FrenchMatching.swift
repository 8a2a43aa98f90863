extension French {
  /// What is said of thesauri and of pools.
  static let matching: [String: String] = [
    "\"{}\" would be broader than itself, through \"{}\"":
      "« {} » serait plus général que lui-même, en passant par « {} »",
    "`parcours list skills` names those of the program": "`parcours list skills` énumère ceux du programme",
    "did you mean `{}`, `{}` or `{}`?": "vouliez-vous dire `{}`, `{}` ou `{}` ?",
    "did you mean `{}` or `{}`?": "vouliez-vous dire `{}` ou `{}` ?",
    "end the field with a quote; write a quote inside it twice":
      "terminez le champ par un guillemet ; à l’intérieur, doublez les guillemets",
    "\"{}\" and \"{}\" are one skill": "« {} » et « {} » sont une seule compétence",
    "make one need of the two": "des deux besoins, n’en faites qu’un",
    "make one of the two": "des deux, n’en faites qu’un",
    "no concept has the id \"{}\"": "aucun concept n’a l’identifiant « {} »",
    "nobody in the pool has the id \"{}\"": "personne dans le vivier n’a l’identifiant « {} »",
    "take one of the two out of the circle: concepts in a circle all count for each other":
      "sortez l’un des deux du cercle : les concepts d’un cercle comptent tous l’un pour l’autre",
    "take skills_en.csv and broaderRelationsSkillPillar_en.csv from ESCO's download, or write a thesaurus in YAML":
      "prenez skills_fr.csv et broaderRelationsSkillPillar_fr.csv du téléchargement d’ESCO, ou écrivez un thésaurus en YAML",
    "the concept \"{}\" stands at {} already": "le concept « {} » figure déjà à la place {}",
    "the thesaurus has no \"{}\": only the same name counts for it":
      "le thésaurus n’a pas « {} » : seul le même nom comptera",
    "this is no table of ESCO: none of its records names a column conceptUri":
      "ce n’est pas une table d’ESCO : aucune ligne ne nomme de colonne conceptUri",
  ]
}
