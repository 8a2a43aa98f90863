#!/usr/bin/env bash
# Validates what PARCOURS_PATHS names, a path a line, by the program at PARCOURS. What comes from outside arrives in the
# environment and is never part of a command.
set -uo pipefail
program=${PARCOURS:-parcours}
options=(--lang "${PARCOURS_LANG:-en}")
[ "${PARCOURS_STRICT:-false}" = true ] && options+=(--strict)
paths=()
while IFS= read -r path; do
  [ -n "$path" ] || continue
  # A path that starts with a dash is a path.
  case $path in -*) path=./$path ;; esac
  paths+=("$path")
done <<<"${PARCOURS_PATHS:-.}"
if [ -n "${PARCOURS_SARIF:-}" ]; then
  "$program" validate --format sarif "${options[@]}" "${paths[@]}" >"$PARCOURS_SARIF"
fi
exec "$program" validate --format github "${options[@]}" "${paths[@]}"
