#!/usr/bin/env bash
# Sourced by demo.sh and test.sh: installs what is missing, configures and builds.
# After it: $ROOT is the project, $BUILD the build folder.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
BUILD="${POLLUX_BUILD:-$ROOT/build/release}"

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
        echo "Installing packages needs root or sudo: $*" >&2
        return 1
    fi
}

install_packages() {
    local wanted missing
    wanted=$(grep -vE '^\s*(#|$)' "$ROOT/installer/packages.txt")
    missing=$(for p in $wanted; do dpkg-query -W -f='${Status}' "$p" 2>/dev/null | grep -q 'install ok installed' || echo "$p"; done)
    [ -z "$missing" ] && return 0
    echo "Installing $(echo "$missing" | wc -w) packages ..."
    as_root apt-get update -qq
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

build() { # build TARGETS...
    if [ ! -f "$BUILD/build.ninja" ]; then
        cmake -S "$ROOT" -B "$BUILD" -G Ninja -DCMAKE_BUILD_TYPE=Release "${POLLUX_CMAKE_ARGS[@]}" >"$BUILD.configure.log" 2>&1 || {
            tail -40 "$BUILD.configure.log" >&2
            return 1
        }
    fi
    # Progress only where someone looks at it.
    if [ -t 1 ]; then ninja -C "$BUILD" "$@"; else
        ninja -C "$BUILD" "$@" >"$BUILD.build.log" 2>&1 || {
            grep -E -A15 'FAILED|error:' "$BUILD.build.log" | head -80 >&2
            return 1
        }
    fi
}

POLLUX_CMAKE_ARGS=()
mkdir -p "$(dirname "$BUILD")"
install_packages
