#!/usr/bin/env bash
# Makes a Debian package of the two built programs.
#
#   packaging/deb.sh PROGRAMS OUT      PROGRAMS: the folder with joinder and joinder-desktop; OUT: where the .deb goes
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
programs=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$top/Cargo.toml" | head -n 1)
architecture=$(dpkg --print-architecture)
# The same sources give the same package: every file bears the time of the last commit.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$top" log -1 --format=%ct 2>/dev/null || echo 0)}
export SOURCE_DATE_EPOCH

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
share=$root/usr/share
doc=$share/doc/joinder

install -Dm755 "$programs/joinder" "$root/usr/bin/joinder"
install -Dm755 "$programs/joinder-desktop" "$root/usr/bin/joinder-desktop"
install -Dm644 "$top/packaging/debian/joinder.desktop" "$share/applications/joinder.desktop"
install -Dm644 "$top/assets/icons/joinder.svg" "$share/icons/hicolor/scalable/apps/joinder.svg"
for size in 32x32 128x128; do
  install -Dm644 "$top/src-tauri/icons/$size.png" "$share/icons/hicolor/$size/apps/joinder.png"
done

mkdir -p "$share/man/man1"
"$programs/joinder" man --out "$share/man/man1" >/dev/null
gzip -9n "$share"/man/man1/*.1
mkdir -p "$share/bash-completion/completions" "$share/zsh/vendor-completions" "$share/fish/vendor_completions.d"
"$programs/joinder" completions bash >"$share/bash-completion/completions/joinder"
"$programs/joinder" completions zsh >"$share/zsh/vendor-completions/_joinder"
"$programs/joinder" completions fish >"$share/fish/vendor_completions.d/joinder.fish"

mkdir -p "$doc"
node "$top/packaging/parts.mjs" notices | gzip -9n >"$doc/THIRD-PARTY-NOTICES.md.gz"
node "$top/packaging/parts.mjs" sbom >"$doc/joinder.cdx.json"
install -m644 "$top/README.md" "$doc/README.md"
{
  echo "Joinder is licensed under MIT or Apache-2.0, at your choice. The parts by other hands in it are named, with"
  echo "their licences, in THIRD-PARTY-NOTICES.md.gz and joinder.cdx.json in this folder."
  echo
  cat "$top/LICENSE-MIT"
  echo
  echo "The Apache License 2.0 is in /usr/share/common-licenses/Apache-2.0."
} >"$doc/copyright"

# The packages whose shared libraries the two programs load.
mkdir -p "$work/debian"
printf 'Source: joinder\n\nPackage: joinder\nArchitecture: any\n' >"$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O --ignore-missing-info root/usr/bin/joinder root/usr/bin/joinder-desktop 2>/dev/null \
  | sed -n 's/^shlibs:Depends=//p')
[ -n "$depends" ] || { echo "deb.sh: dpkg-shlibdeps found no shared libraries: are the programs built?" >&2; exit 1; }

mkdir -p "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: joinder
Version: $version
Architecture: $architecture
Maintainer: The Joinder contributors <joinder@joinder.example>
Installed-Size: $(du -ks "$root" | cut -f 1)
Depends: $depends
Section: misc
Priority: optional
Description: group claims, from intake to a paginated claim bundle
 Joinder takes people who were caught up in one event, usually a data breach,
 from "I think I was affected" to a paginated PDF claim bundle that a court will
 accept. Everything stays on this machine, in one encrypted folder.
 .
 This package contains the window (joinder-desktop) and the command line (joinder).
CONTROL
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
chmod -R u=rwX,go=rX "$root"
chmod 755 "$root/usr/bin/"*

file=$out/joinder_${version}_${architecture}.deb
dpkg-deb --root-owner-group -Zxz --build "$root" "$file" >/dev/null
echo "Made ${file#"$top/"} ($(du -h "$file" | cut -f 1)). Install it with: sudo apt install ./${file#"$top/"}"
