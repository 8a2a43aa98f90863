internal import ParcoursModel
internal import ParcoursSource

/// More skills than LinkedIn takes.
enum LinkedInSkillCount: Rule {
  static let metadata = RuleMetadata(
    id: "linkedin-skill-count",
    summary: "More skills than LinkedIn takes.",
    rationale: """
      A profile takes 100 skills; beyond the first few nobody reads them anyway. LinkedIn does not publish its
      limits; ours are dated and say their source (`LinkedInLimit`), and are counted in UTF-16 code units as its
      forms count.
      """,
    severity: .note, since: "0.1.0",
    examples: [
      .identity(
        """
        skills:
          - {name: Skill 0}
          - {name: Skill 1}
          - {name: Skill 2}
          - {name: Skill 3}
          - {name: Skill 4}
          - {name: Skill 5}
          - {name: Skill 6}
          - {name: Skill 7}
          - {name: Skill 8}
          - {name: Skill 9}
          - {name: Skill 10}
          - {name: Skill 11}
          - {name: Skill 12}
          - {name: Skill 13}
          - {name: Skill 14}
          - {name: Skill 15}
          - {name: Skill 16}
          - {name: Skill 17}
          - {name: Skill 18}
          - {name: Skill 19}
          - {name: Skill 20}
          - {name: Skill 21}
          - {name: Skill 22}
          - {name: Skill 23}
          - {name: Skill 24}
          - {name: Skill 25}
          - {name: Skill 26}
          - {name: Skill 27}
          - {name: Skill 28}
          - {name: Skill 29}
          - {name: Skill 30}
          - {name: Skill 31}
          - {name: Skill 32}
          - {name: Skill 33}
          - {name: Skill 34}
          - {name: Skill 35}
          - {name: Skill 36}
          - {name: Skill 37}
          - {name: Skill 38}
          - {name: Skill 39}
          - {name: Skill 40}
          - {name: Skill 41}
          - {name: Skill 42}
          - {name: Skill 43}
          - {name: Skill 44}
          - {name: Skill 45}
          - {name: Skill 46}
          - {name: Skill 47}
          - {name: Skill 48}
          - {name: Skill 49}
          - {name: Skill 50}
          - {name: Skill 51}
          - {name: Skill 52}
          - {name: Skill 53}
          - {name: Skill 54}
          - {name: Skill 55}
          - {name: Skill 56}
          - {name: Skill 57}
          - {name: Skill 58}
          - {name: Skill 59}
          - {name: Skill 60}
          - {name: Skill 61}
          - {name: Skill 62}
          - {name: Skill 63}
          - {name: Skill 64}
          - {name: Skill 65}
          - {name: Skill 66}
          - {name: Skill 67}
          - {name: Skill 68}
          - {name: Skill 69}
          - {name: Skill 70}
          - {name: Skill 71}
          - {name: Skill 72}
          - {name: Skill 73}
          - {name: Skill 74}
          - {name: Skill 75}
          - {name: Skill 76}
          - {name: Skill 77}
          - {name: Skill 78}
          - {name: Skill 79}
          - {name: Skill 80}
          - {name: Skill 81}
          - {name: Skill 82}
          - {name: Skill 83}
          - {name: Skill 84}
          - {name: Skill 85}
          - {name: Skill 86}
          - {name: Skill 87}
          - {name: Skill 88}
          - {name: Skill 89}
          - {name: Skill 90}
          - {name: Skill 91}
          - {name: Skill 92}
          - {name: Skill 93}
          - {name: Skill 94}
          - {name: Skill 95}
          - {name: Skill 96}
          - {name: Skill 97}
          - {name: Skill 98}
          - {name: Skill 99}
          - ↓{name: Skill 100}
        """),
      .identity(
        """
        skills:
          - {name: Swift}
        """),
    ],
    french: [
      "{} skills, LinkedIn takes {}":
        "{} compétences, LinkedIn en prend {}",
      "keep those you want to be found by":
        "gardez celles par lesquelles vous voulez être trouvé",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    let limit = LinkedInLimit.skills.limit
    guard subject.identity.skills.count > limit else { return }
    findings.add(
      "\(subject.identity.skills.count) skills, LinkedIn takes \(limit)", at: ["skills", String(limit)],
      help: "keep those you want to be found by")
  }
}
