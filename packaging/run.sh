#!/usr/bin/env bash
# Sets Sidemind up where needed and starts it: bash packaging/run.sh [ARGUMENTS OF sidemind ...]
# Without arguments the desktop starts; with no display the demo does.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

make_environment run
libraries=$(missing_libraries)
# shellcheck disable=SC2086 # a list of package names
install_packages $libraries || [ $# -gt 0 ] && [ "${1:-gui}" != gui ] || [ -z "$(missing_libraries)" ] || exit 1

if [ $# -eq 0 ] || [ "$1" = gui ]; then
  if ! has_display; then
    say "there is no display here, so the demo runs instead of the desktop"
    set -- demo
  fi
fi
exec "$venv/bin/sidemind" "$@"
