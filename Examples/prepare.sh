# Sourced by the run scripts: says what is missing, and installs Debian's part of it.
if ! command -v swift >/dev/null; then
  echo "a Swift 6.2 toolchain is needed: https://www.swift.org/install" >&2
  exit 2
fi
if command -v apt-get >/dev/null; then
  missing=""
  for package in libxml2-dev libyaml-dev libpcre2-dev zlib1g-dev libcmark-dev; do
    dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"
  done
  if [ -n "$missing" ]; then
    sudo=""
    [ "$(id -u)" = 0 ] || sudo=sudo
    echo "installing$missing"
    $sudo apt-get update -qq
    # shellcheck disable=SC2086 # the list is meant to be split
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq $missing >/dev/null
  fi
fi
