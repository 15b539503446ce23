#!/usr/bin/env bash
# Sets up what the tests need and runs every check: format, lint, types, unit, integration, screens, end to end.
# Further arguments go to the last two pytest runs, such as: bash packaging/test.sh -x
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

make_environment test
packages="$(missing_libraries)$(missing_test_tools)"
# shellcheck disable=SC2086 # a list of package names
install_packages $packages || exit 1

cd "$root"
failed=()
check() { # NAME COMMAND ...
  local name=$1 started=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  "$@" || failed+=("$name")
  printf '== %s: %s s\n' "$name" "$((SECONDS - started))"
}

python="$venv/bin/python"
# These need an X server, so they run on the virtual desktop.
key_grab=tests/integration/test_hotkey.py
idle_time=tests/integration/test_quiet.py
check "format" "$venv/bin/ruff" format --check .
check "lint" "$venv/bin/ruff" check .
# As the Python that runs: numpy's types for 3.12 cannot be read as 3.11's.
check "types" "$venv/bin/pyright" --pythonversion "$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
check "translations" bash packaging/translations.sh --check
check "tests" env QT_QPA_PLATFORM=offscreen "$python" -m pytest tests \
  --ignore tests/e2e --ignore "$key_grab" --ignore "$idle_time" "$@"
check "end to end" bash packaging/virtual-desktop.sh "$python" -m pytest "$key_grab" "$idle_time" tests/e2e "$@"

printf '\n'
if [ ${#failed[@]} -gt 0 ]; then
  printf 'FAILED: %s\n' "${failed[*]}"
  exit 1
fi
printf 'all checks passed in %s s\n' "$SECONDS"
