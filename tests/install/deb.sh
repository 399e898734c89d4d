#!/usr/bin/env bash
# Makes the Debian package, unpacks it below an empty folder, and runs it there, far from the source tree.
#   deb.sh SOURCE_DIR BUILD_DIR CPACK
set -euo pipefail
source_dir=$1 build=$2 cpack=$3

fail() { echo "deb.sh: $*" >&2; exit 1; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$cpack" -G DEB -B "$scratch/pack" --config "$build/CPackConfig.cmake" > "$scratch/log" 2>&1 ||
  { cat "$scratch/log" >&2; fail "cpack failed"; }
deb=$(find "$scratch/pack" -maxdepth 1 -name 'coopmine_*.deb')
[ -f "$deb" ] || fail "cpack made no package"

# What it needs, as dpkg-shlibdeps found it.
depends=$(dpkg-deb -f "$deb" Depends)
for library in libre2- libicu libfmt libzstd libssl libsqlite3 libc6 libstdc++6; do
  [[ $depends == *"$library"* ]] || fail "Depends lacks $library: $depends"
done

# What it holds: nothing more, nothing less.
root=$scratch/root
dpkg-deb -x "$deb" "$root"
(cd "$root" && find . -type f | LC_ALL=C sort) > "$scratch/found"
{
  echo ./usr/bin/coopmine
  (cd "$source_dir" && find rules -type f -printf './usr/share/coopmine/%p\n')
  printf './usr/share/doc/coopmine/%s\n' CHANGELOG.md README.md copyright
  "$build/coopmine" -h | sed -n 's|^  \([a-z][a-z-]*\)  .*|./usr/share/man/man1/coopmine-\1.1|p'
  printf './usr/share/%s\n' man/man1/coopmine.1 bash-completion/completions/coopmine \
    zsh/vendor-completions/_coopmine fish/vendor_completions.d/coopmine.fish
} | LC_ALL=C sort > "$scratch/expected"
diff "$scratch/expected" "$scratch/found" || fail "the package holds other files (< expected, > found)"
if grep -qF "$source_dir" "$root/usr/bin/coopmine"; then fail "the program names the folder it was built from"; fi

# It runs from an empty folder, with its own rules, and gives what the build gives.
mkdir "$scratch/empty"
cd "$scratch/empty"
article=$(find "$source_dir/corpus" -name '*.txt' | LC_ALL=C sort | head -1)
clean() { env -i PATH=/usr/bin:/bin HOME="$scratch/empty" "$@"; }
clean "$root/usr/bin/coopmine" --version > "$scratch/version"
grep -q "^coopmine" "$scratch/version" || fail "--version tells no version"
clean "$root/usr/bin/coopmine" extract -q "$article" > "$scratch/installed"
clean "$build/coopmine" extract -q "$article" > "$scratch/built"
[ -s "$scratch/installed" ] || fail "the installed program found nothing in $article"
cmp "$scratch/built" "$scratch/installed"

# Without its rules it says so, and where it looked.
rm -r "$root/usr/share/coopmine"
status=0
clean XDG_DATA_DIRS="$scratch/none" "$root/usr/bin/coopmine" extract -q "$article" > /dev/null 2> "$scratch/err" || status=$?
[ "$status" = 2 ] || fail "without rules the exit code is $status, not 2"
grep -q "$root/usr/share/coopmine/rules" "$scratch/err" || { cat "$scratch/err"; fail "it does not say where it looked"; }
echo "$(basename "$deb"): $(wc -l < "$scratch/found") files, Depends: $depends"
