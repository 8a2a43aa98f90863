#include "parcours_themes.h"

// A newer keyword of C23, as for the schemas.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char foundation[] = {
#embed "foundation.css"
};

static const unsigned char cardManifest[] = {
#embed "card/theme.yaml"
};
static const unsigned char cardStyle[] = {
#embed "card/theme.css"
};
static const unsigned char classicManifest[] = {
#embed "classic/theme.yaml"
};
static const unsigned char classicStyle[] = {
#embed "classic/theme.css"
};
static const unsigned char compactManifest[] = {
#embed "compact/theme.yaml"
};
static const unsigned char compactStyle[] = {
#embed "compact/theme.css"
};
static const unsigned char timelineManifest[] = {
#embed "timeline/theme.yaml"
};
static const unsigned char timelineStyle[] = {
#embed "timeline/theme.css"
};

#define THEME(name, id) {name, id##Manifest, sizeof id##Manifest, id##Style, sizeof id##Style}

static const struct parcours_theme themes[] = {
    THEME("card", card),
    THEME("classic", classic),
    THEME("compact", compact),
    THEME("timeline", timeline),
};

const struct parcours_theme *parcours_theme_at(size_t index) {
  return index < sizeof themes / sizeof themes[0] ? &themes[index] : NULL;
}

const unsigned char *parcours_foundation(size_t *count) {
  *count = sizeof foundation;
  return foundation;
}
