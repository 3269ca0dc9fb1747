#!/usr/bin/env bash
# Sees to the system packages that a verb of the Makefile needs.
#
#   packaging/prepare.sh GROUP...      groups: build test bench package
#
# On Debian and Ubuntu it installs those that are missing, as root or through sudo. Elsewhere it names what is missing
# and how to get it. It installs nothing that is there already and says nothing when nothing is missing.
set -euo pipefail

# What each group is for, so that a package whose reason has gone can go too:
#   build    a C compiler (SQLCipher), pkg-config, OpenSSL's libcrypto (SQLCipher's ciphers), WebKitGTK 4.1 (the window;
#            it brings GTK 3, libsoup 3 and D-Bus headers)
#   test     a display without a screen, the driver of WebKitGTK, two independent readers of PDF
#   bench    the shell of SQLite, whose plain import is the measure for ours
#   package  dpkg-deb and the tool that names a program's shared libraries
declare -A debian=(
  [build]="build-essential pkg-config libssl-dev libwebkit2gtk-4.1-dev"
  [test]="xvfb xauth webkit2gtk-driver qpdf poppler-utils"
  [bench]="sqlite3"
  [package]="dpkg-dev"
)
# What a group is for can also be there without a package of that name: these are looked for where dpkg is not.
declare -A programs=(
  [build]="cc pkg-config"
  [test]="xvfb-run WebKitWebDriver qpdf pdfinfo pdftotext"
  [bench]="sqlite3"
  [package]="dpkg-deb dpkg-shlibdeps"
)

fail() {
  printf 'prepare: %s\n' "$@" >&2
  exit 1
}

[ $# -gt 0 ] || fail "name at least one group: ${!debian[*]}"
for group in "$@"; do
  [ -n "${debian[$group]:-}" ] || fail "there is no group \"$group\"; the groups are: ${!debian[*]}"
done

tools() {
  command -v cargo >/dev/null || fail "cargo is missing: install Rust from https://rustup.rs, then run this again"
  command -v npm >/dev/null || fail "npm is missing: install Node.js 20 or newer from https://nodejs.org, then run this again"
  local major
  major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
  [ "$major" -ge 20 ] || fail "Node.js $(node --version) is too old: install Node.js 20 or newer from https://nodejs.org"
}

on_debian() {
  local missing=() package
  for group in "$@"; do
    for package in ${debian[$group]}; do
      dpkg-query --show --showformat='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed \
        || missing+=("$package")
    done
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null \
      || fail "these packages are missing: ${missing[*]}" "install them as root: apt-get install ${missing[*]}"
    root=(sudo)
  fi
  echo "Installing system packages: ${missing[*]}"
  "${root[@]}" apt-get update -qq
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

elsewhere() {
  local missing=() program
  for group in "$@"; do
    for program in ${programs[$group]}; do
      command -v "$program" >/dev/null || missing+=("$program")
    done
    if [ "$group" = build ] && command -v pkg-config >/dev/null && [ "$(uname -s)" = Linux ]; then
      pkg-config --exists webkit2gtk-4.1 || missing+=("WebKitGTK 4.1 headers")
      pkg-config --exists libcrypto || missing+=("OpenSSL headers")
    fi
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  fail "this system lacks: $(IFS=,; echo "${missing[*]}" | sed 's/,/, /g')" \
    "install them with its package manager; on Debian the packages are: $(for group in "$@"; do echo -n "${debian[$group]} "; done)"
}

tools
if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then on_debian "$@"; else elsewhere "$@"; fi
