#!/usr/bin/env bash
# The main job, from nothing: installs what is missing, builds, opens a study (the built-in demo patient if none is named),
# builds the twin, plans a liver puncture and writes the case, the report and the pictures.
#
#   bash installer/demo.sh [STUDY] [--window] [--out DIR] [any option of `pollux demo`]
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

WINDOW=auto
OUT="$ROOT/out"
ARGS=()
while [ $# -gt 0 ]; do
    case "$1" in
    --window) WINDOW=yes ;;
    --no-window) WINDOW=no ;;
    --out | -o) OUT="$2"; shift ;;
    -h | --help)
        sed -n '2,5p' "${BASH_SOURCE[0]}" | sed 's/^# \{0,1\}//'
        exit 0
        ;;
    *) ARGS+=("$1") ;;
    esac
    shift
done

build pollux pollux-window
"$BUILD/bin/pollux" demo -o "$OUT" "${ARGS[@]}"

if [ "$WINDOW" = yes ] || { [ "$WINDOW" = auto ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -t 1 ]; }; then
    exec "$BUILD/bin/pollux-window" "$OUT/case.pollux"
fi
