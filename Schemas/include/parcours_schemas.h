#ifndef PARCOURS_SCHEMAS_H
#define PARCOURS_SCHEMAS_H

#include <stddef.h>

/// A schema that is inside the binary: its name, its bytes and how many.
struct parcours_schema {
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// The schema at an index, sorted by name; null past the last one.
const struct parcours_schema *parcours_schema_at(size_t index);

#endif
