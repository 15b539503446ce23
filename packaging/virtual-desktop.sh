#!/usr/bin/env bash
# Runs a command inside a real X11 desktop of its own: an X server without a screen, a window manager, a panel with a
# system tray, a notification server and a private D-Bus session.
#
#   bash packaging/virtual-desktop.sh COMMAND [ARGUMENT ...]
#
# The exit status is the command's. Everything started here ends with it. SIDEMIND_TEST_NOTIFICATIONS=none leaves the
# notification server out, for a test that brings its own.
set -euo pipefail
[ $# -gt 0 ] || { sed -n '2,8p' "$0"; exit 2; }

folder=$(mktemp -d)
children=()
finish() {
  local child
  for ((child = ${#children[@]} - 1; child >= 0; child--)); do kill "${children[child]}" 2>/dev/null || true; done
  [ -z "${DBUS_SESSION_BUS_PID:-}" ] || kill "$DBUS_SESSION_BUS_PID" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT

until_true() { # SECONDS COMMAND ...
  local until=$((SECONDS + $1))
  shift
  until "$@"; do
    [ $SECONDS -lt "$until" ] || { echo "virtual-desktop: '$*' did not become true" >&2; exit 3; }
    sleep 0.05
  done
}

# Without -noreset the server starts over, and drops who is just connecting, whenever its last client leaves.
Xvfb -displayfd 3 -screen 0 1440x900x24 -noreset -nolisten tcp 3>"$folder/display" >/dev/null 2>&1 &
children+=($!)
until_true 20 test -s "$folder/display"
DISPLAY=":$(tr -d '[:space:]' <"$folder/display")"
export SIDEMIND_TEST_DESKTOP=1
export DISPLAY XDG_SESSION_TYPE=x11 XDG_CURRENT_DESKTOP=openbox
unset WAYLAND_DISPLAY QT_QPA_PLATFORM
eval "$(dbus-launch --sh-syntax)"
export DBUS_SESSION_BUS_ADDRESS

openbox >/dev/null 2>&1 &
children+=($!)
tint2 >/dev/null 2>&1 &
children+=($!)
if [ "${SIDEMIND_TEST_NOTIFICATIONS:-dunst}" != none ]; then
  dunst >/dev/null 2>&1 &
  children+=($!)
fi
until_true 20 sh -c 'xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q "window id"'
until_true 20 sh -c 'xprop -root _NET_CLIENT_LIST 2>/dev/null | grep -q 0x' # the panel is there
[ "${SIDEMIND_TEST_NOTIFICATIONS:-dunst}" = none ] || until_true 20 sh -c 'dunstctl count >/dev/null 2>&1'

"$@"
