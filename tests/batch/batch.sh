#!/usr/bin/env bash
# Runs what README.md says of cron, GNU parallel and Slurm, with the real things, and compares the records
# with those of one plain run.  Ends with 77, and says why, where the real thing is not there.
#   batch.sh cron|parallel|slurm COOPMINE SOURCE_DIR
set -euo pipefail
what=$1 coopmine=$(realpath "$2") source_dir=$3
here=$(dirname "$(realpath "$0")")

skip() { echo "skipped: $*"; exit 77; }
fail() { echo "batch.sh $what: $*" >&2; exit 1; }
need() { for program; do command -v "$program" > /dev/null || skip "$program is not installed"; done; }

# The text of the block of README.md whose fence ends with this.
block() { sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/p" "$source_dir/README.md" | sed '1d;$d'; }

scratch=$(mktemp -d)
children=()
finish() {
  [ ${#children[@]} -eq 0 ] || kill "${children[@]}" 2> /dev/null || true
  wait
  rm -rf "$scratch"
}
trap finish EXIT

export PATH=$scratch/bin:$PATH:/usr/sbin
mkdir "$scratch/bin" "$scratch/home"
ln -s "$coopmine" "$scratch/bin/coopmine"
cd "$scratch/home"
ln -s "$source_dir/corpus" corpus
coopmine extract -q --recursive corpus/ | sort > "$scratch/expected"
[ -s "$scratch/expected" ] || fail "corpus/ gives no records"

same() {
  sort "$@" | cmp - "$scratch/expected" || fail "the records differ from those of one plain run"
  echo "$what: $(wc -l < "$scratch/expected") records, as of one plain run"
}

# Waits until the command ends well.
until_true() {
  for _ in $(seq 1200); do
    "$@" > /dev/null 2>&1 && return
    sleep 0.2
  done
  fail "waited in vain for: $*"
}

source "$here/$what.sh"
