#!/usr/bin/env bash
# Runs a program that needs a display on a private virtual one, so that tests never touch the user's screen.
set -euo pipefail
export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$(mktemp -d)}"
chmod 700 "$XDG_RUNTIME_DIR"
# Qt Test stops a program after five minutes; sanitizers are slower than that. The test driver has limits of its own.
export QTEST_FUNCTION_TIMEOUT="${QTEST_FUNCTION_TIMEOUT:-1800000}"
export QT_QPA_PLATFORM=xcb LIBGL_ALWAYS_SOFTWARE=1
exec xvfb-run -a -s "-screen 0 1920x1200x24 -noreset" "$@"
