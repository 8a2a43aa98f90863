#ifndef PARCOURS_THEMES_H
#define PARCOURS_THEMES_H

#include <stddef.h>

/// A theme that is inside the binary: its name, its manifest and its style sheet.
struct parcours_theme {
  const char *name;
  const unsigned char *manifest;
  size_t manifestCount;
  const unsigned char *style;
  size_t styleCount;
};

/// The theme at an index, sorted by name; null past the last one.
const struct parcours_theme *parcours_theme_at(size_t index);

/// The rules that all themes stand on.
const unsigned char *parcours_foundation(size_t *count);

#endif
