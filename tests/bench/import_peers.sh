#!/usr/bin/env bash
# Import of one study beside dcm2niix and plastimatch on the same files, in the same run.
#   import_peers.sh <bench_import> <folder or zip of a study>...
# A zip is unpacked to a temporary folder first. Prints milliseconds (median of 5) and how many times faster than the
# faster peer. The peers also write their result (to memory, /dev/shm); ours ends with the volume in memory.
set -euo pipefail
bench=$1
shift
work=$(mktemp -d /dev/shm/import_peers.XXXXXX)
trap 'rm -rf "$work"' EXIT
now() { date +%s%N; }
median_ms() { # command...: the median of five runs in ms, or - if it is not installed
  command -v "$1" >/dev/null || { echo -; return; }
  local times=() start
  for _ in 1 2 3 4 5; do
    start=$(now)
    "$@" >"$work/log" 2>&1 || { echo failed; return; }
    times+=($((($(now) - start) / 1000)))
    rm -rf "$work/out" && mkdir -p "$work/out"
  done
  printf '%s\n' "${times[@]}" | sort -n | awk 'NR==3 {printf "%.0f", $1 / 1000}'
}
printf '%-34s %8s %8s %9s %12s %11s %7s\n' study files pollux process dcm2niix plastimatch ratio
for study in "$@"; do
  folder=$study
  if [[ $study == *.zip ]]; then
    folder=$work/$(basename "$study" .zip)
    mkdir -p "$folder" && unzip -q -o "$study" -d "$folder"
  fi
  folder=$(dirname "$(find "$folder" -type f | head -n 1)") # plastimatch does not look into sub-folders
  mkdir -p "$work/out"
  files=$(find "$folder" -type f | wc -l)
  ours=$("$bench" "$folder" 7 | sed 's/.*total_ms \([0-9.]*\).*/\1/')
  whole=$(median_ms "$bench" "$folder" 1)
  a=$(median_ms dcm2niix -o "$work/out" -z n -f x "$folder")
  b=$(median_ms plastimatch convert --input "$folder" --output-img "$work/out/x.mha")
  ratio=$(printf '%s\n%s\n' "$a" "$b" | awk -v o="$ours" '$1 + 0 > 0 && (!m || $1 < m) {m = $1} END {if (m) printf "%.2f", m / o; else print "-"}')
  printf '%-34s %8s %8s %9s %12s %11s %7s\n' "$(basename "$study")" "$files" "$ours" "$whole" "$a" "$b" "$ratio"
done
