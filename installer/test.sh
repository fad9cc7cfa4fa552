#!/usr/bin/env bash
# Installs what is missing, builds everything and passes the tests.
#
#   bash installer/test.sh [options of ctest, e.g. -R storage]
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

build all
cd "$BUILD"
DATA="${POLLUX_DATA:-$ROOT/../shared/data}"
status=0
ctest --output-on-failure -j 2 "$@" || status=$?

# A skipped test is said aloud; where the real studies are present, none may be skipped.
if grep -hE '^SKIP' Testing/Temporary/LastTest.log | sort | uniq; then
    if [ -d "$DATA" ]; then
        echo "Tests were skipped although the real studies are here: $DATA" >&2
        [ "${CI:-}" = true ] && status=1
    fi
fi
exit $status
