#!/usr/bin/env bash
# Times the whole program against ICU's segmentation of the same text, grep and wc, in one run.
#
#   whole.sh FILE.jsonl [ROUNDS]
#
# FILE.jsonl: articles, one a line, with `text`.  Every program reads it once a round, in turn, so that a
# busy machine hits all alike; ratios are taken round by round, and all figures are medians over ROUNDS (7).
# BUILD is the folder of the preset `bench` (default: build/bench).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
file=${1:?usage: whole.sh FILE.jsonl [ROUNDS]}
rounds=${2:-7}
build=${BUILD:-$here/../../build/bench}
words='agree|agreed|agreement|aid|assist|assistance|cooperate|cooperation|deal|deliver|fund|grant|loan|memorandum|pact|pledge|provide|sign|support|treaty'
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
TIMEFORMAT=%R

timed() {  # NAME COMMAND...: adds the seconds to the name's file
  local name=$1
  shift
  { time "$@" > "$scratch/out" 2> "$scratch/err"; } 2>> "$scratch/$name"
}
two_processes() {
  "$build/coopmine" extract -q -j 1 "$scratch/half1.jsonl" > "$scratch/out1" &
  local first=$!
  "$build/coopmine" extract -q -j 1 "$scratch/half2.jsonl" > "$scratch/out2"
  wait "$first"
}
grep_words() { LC_ALL=C.UTF-8 grep -E -o "$words" "$file" || true; }

# Halves by bytes, at a line's end, for two processes beside each other.
bytes=$(stat -c %s "$file")
head -c $((bytes / 2)) "$file" | head -n -1 > "$scratch/half1.jsonl"
tail -n +$(($(wc -l < "$scratch/half1.jsonl") + 1)) "$file" > "$scratch/half2.jsonl"

for ((round = 1; round <= rounds; ++round)); do
  timed icu "$build/icu_reference" "$file"
  cp "$scratch/out" "$scratch/counts"
  timed one "$build/coopmine" extract -q -j 1 "$file"
  cp "$scratch/out" "$scratch/one.jsonl"
  timed two "$build/coopmine" extract -q -j 2 "$file"
  cmp "$scratch/out" "$scratch/one.jsonl"
  timed processes two_processes
  timed grep grep_words
  timed wc wc -w "$file"
done

text=$(sed 's/.*, \([0-9]*\) bytes.*/\1/' "$scratch/counts")
median() { sort -g | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }
rate() { awk -v b="$text" '{printf "%.3f\n", ($1 > 0 ? b / $1 / 1e6 : 0)}' "$scratch/$1" | median; }
ratio() { paste "$scratch/$1" "$scratch/$2" | awk '{printf "%.4f\n", ($2 > 0 ? $1 / $2 : 0)}' | median; }

echo "$("$build/coopmine" --version | head -1), commit $(git -C "$here" rev-parse --short HEAD 2>/dev/null || echo '?'), $(date -u +%F)"
echo "$(basename "$file"): $(cat "$scratch/counts"); $(wc -l < "$scratch/one.jsonl") records; median of $rounds rounds"
printf '%-34s %10s %10s\n' program MB/s 'x ICU'
for name in icu one two processes grep wc; do
  case $name in
    icu) shown='ICU sentences and words' ;;
    one) shown='coopmine extract -j 1' ;;
    two) shown='coopmine extract -j 2' ;;
    processes) shown='two coopmine -j 1, half each' ;;
    grep) shown='grep -E -o, 20 words' ;;
    wc) shown='wc -w' ;;
  esac
  printf '%-34s %10.1f %10.2f\n' "$shown" "$(rate $name)" "$(ratio $name icu)"
done
printf 'speed-up of two threads %.2f, of two processes %.2f\n' "$(ratio one two)" "$(ratio one processes)"

# Time and memory of one article, start to end.
head -n 1 "$file" > "$scratch/first.jsonl"
for ((round = 1; round <= 15; ++round)); do timed start "$build/coopmine" extract -q "$scratch/first.jsonl"; done
printf 'one article, process start to end: %.0f ms (median of 15)\n' "$(median < "$scratch/start" | awk '{print $1 * 1000}')"
if command -v python3 > /dev/null; then
  head -n 500 "$file" > "$scratch/500.jsonl"
  rss() {
    python3 - "$@" <<'PY'
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
PY
  }
  printf 'peak memory at -j 2: all %.0f MB, first 500 articles %.0f MB\n' \
    "$(rss "$build/coopmine" extract -q -j 2 "$file")" "$(rss "$build/coopmine" extract -q -j 2 "$scratch/500.jsonl")"
fi
