#ifndef PARCOURS_THESAURUS_H
#define PARCOURS_THESAURUS_H

#include <stddef.h>

/// A part of the thesaurus that is inside the binary: its name and its text.
struct parcours_thesaurus {
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// The part at an index, sorted by name; null past the last one.
const struct parcours_thesaurus *parcours_thesaurus_at(size_t index);

/// What skills are called, as a table that is generated from the parts: lines of a name as it is compared, the English and the
/// French name, between tabs, sorted by bytes. An empty name leaves the skill as it is.
const unsigned char *parcours_skill_names(size_t *count);

#endif
