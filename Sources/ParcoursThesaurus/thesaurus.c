#include "parcours_thesaurus.h"

// A newer keyword of C23, as for the schemas.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char crafts[] = {
#embed "crafts.yaml"
};
static const unsigned char data[] = {
#embed "data.yaml"
};
static const unsigned char design[] = {
#embed "design.yaml"
};
static const unsigned char engineering[] = {
#embed "engineering.yaml"
};
static const unsigned char finance[] = {
#embed "finance.yaml"
};
static const unsigned char infrastructure[] = {
#embed "infrastructure.yaml"
};
static const unsigned char marketing[] = {
#embed "marketing.yaml"
};
static const unsigned char project[] = {
#embed "project.yaml"
};
static const unsigned char software[] = {
#embed "software.yaml"
};
static const unsigned char training[] = {
#embed "training.yaml"
};
static const unsigned char writing[] = {
#embed "writing.yaml"
};

static const unsigned char skills[] = {
#embed "names.tsv"
};

#define PART(name) {#name, name, sizeof name}

static const struct parcours_thesaurus parts[] = {
    PART(crafts), PART(data), PART(design), PART(engineering), PART(finance), PART(infrastructure),
    PART(marketing), PART(project), PART(software), PART(training), PART(writing),
};

const struct parcours_thesaurus *parcours_thesaurus_at(size_t index) {
  return index < sizeof parts / sizeof parts[0] ? &parts[index] : NULL;
}

const unsigned char *parcours_skill_names(size_t *count) {
  *count = sizeof skills;
  return skills;
}
