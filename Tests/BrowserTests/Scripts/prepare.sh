#!/usr/bin/env bash
# Installs what judges pages: Chromium and its driver, Java for the Nu validator, Poppler's tools, WeasyPrint, a reader of QR codes, and Python's readers of pages.
set -euo pipefail
cd "$(dirname "$0")"
if command -v apt-get >/dev/null; then
  missing=""
  for package in chromium chromium-driver default-jre-headless poppler-utils weasyprint python3-venv fonts-dejavu-core zbar-tools; do
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
[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/pip install -q -r requirements.txt
