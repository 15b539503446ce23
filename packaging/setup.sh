# Shared by run.sh and test.sh: the virtual environment, and what the system must have. Sourced, not run.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv="$root/.venv"
packaging="$root/packaging"

say() { printf '%s\n' "sidemind: $*" >&2; }
give_up() { say "$*"; exit 1; }

# Python 3.11 or 3.12 that can make virtual environments; PYTHON overrides the choice.
find_python() {
  local candidate
  for candidate in ${PYTHON:-} python3.12 python3.11 python3 python; do
    if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 13))' 2>/dev/null; then
      if "$candidate" -c 'import venv, ensurepip' 2>/dev/null; then
        printf '%s\n' "$candidate"
        return 0
      fi
      say "$candidate cannot make virtual environments; on Debian and Ubuntu: sudo apt-get install python3-venv"
    fi
  done
  give_up "Python 3.11 or 3.12 is needed and was not found. On Debian and Ubuntu: sudo apt-get install python3 python3-venv"
}

# What the environment was made from: when this has not changed, nothing is installed and no network is needed.
fingerprint() { # KIND
  local locks=("$packaging/constraints-build.txt" "$packaging/constraints.txt")
  [ "$1" = test ] && locks+=("$packaging/constraints-test.txt")
  { printf '%s\n' "$root"; cat "${locks[@]}" "$root/pyproject.toml"; } | sha256sum | cut -d' ' -f1
}

is_ready() { # KIND
  [ -x "$venv/bin/python" ] && [ -f "$venv/.ready-$1" ] && [ "$(cat "$venv/.ready-$1")" = "$(fingerprint "$1")" ]
}

# The virtual environment in .venv, with pinned releases checked against their hashes.
make_environment() { # run | test
  local kind=$1 python lock started=$SECONDS
  is_ready "$kind" && return 0
  if ! "$venv/bin/python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 13))' 2>/dev/null; then
    python=$(find_python)
    say "1/4 making a virtual environment in .venv with $("$python" --version)"
    rm -rf "$venv"
    "$python" -m venv "$venv"
  fi
  command -v c++ >/dev/null && command -v cc >/dev/null ||
    give_up "a C++ compiler is needed; on Debian and Ubuntu: sudo apt-get install build-essential"
  lock=constraints.txt
  [ "$kind" = test ] && lock=constraints-test.txt
  say "2/4 installing the build tools"
  install_locked constraints-build.txt
  say "3/4 installing the libraries, about 600 MB; llama-cpp-python is compiled here,"
  say "    which takes about 5 to 10 minutes on 2 cores (\"still running\" is a good sign)"
  PATH="$venv/bin:$PATH" install_locked "$lock" --no-build-isolation
  say "4/4 installing Sidemind itself"
  PATH="$venv/bin:$PATH" "$venv/bin/python" -m pip install --disable-pip-version-check --quiet --no-deps \
    --no-build-isolation --no-index --editable "$root"
  fingerprint run >"$venv/.ready-run" # what the tests need includes what the program needs
  [ "$kind" = test ] && fingerprint test >"$venv/.ready-test"
  say "ready after $((SECONDS - started)) s"
}

install_locked() { # LOCK [PIP OPTION ...]
  local lock=$1
  shift
  "$venv/bin/python" -m pip install --disable-pip-version-check --no-input --require-hashes "$@" \
    --requirement "$packaging/$lock" ||
    give_up "the libraries could not be installed (see above); run this again to go on where it stopped"
}

# Debian packages of the shared libraries that PySide6's wheel does not bring along.
missing_libraries() {
  local pair known
  known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)
  for pair in \
    libEGL.so.1:libegl1 libGL.so.1:libgl1 libfontconfig.so.1:libfontconfig1 libdbus-1.so.3:libdbus-1-3 \
    libglib-2.0.so.0:libglib2.0-0 libxkbcommon.so.0:libxkbcommon0 libxkbcommon-x11.so.0:libxkbcommon-x11-0 \
    libX11-xcb.so.1:libx11-xcb1 libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4 \
    libxcb-image.so.0:libxcb-image0 libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-randr.so.0:libxcb-randr0 \
    libxcb-render-util.so.0:libxcb-render-util0 libxcb-shape.so.0:libxcb-shape0 libxcb-sync.so.1:libxcb-sync1 \
    libxcb-util.so.1:libxcb-util1 libxcb-xfixes.so.0:libxcb-xfixes0 libxcb-xkb.so.1:libxcb-xkb1; do
    case "$known" in
    *"${pair%%:*}"*) ;;
    *) printf '%s ' "${pair##*:}" ;;
    esac
  done
}

# Debian packages of the programs with which the tests make a desktop.
missing_test_tools() {
  local pair
  for pair in Xvfb:xvfb openbox:openbox tint2:tint2 dunst:dunst dbus-launch:dbus-x11 xdotool:xdotool \
    import:imagemagick xprop:x11-utils strace:strace; do
    command -v "${pair%%:*}" >/dev/null || printf '%s ' "${pair##*:}"
  done
  if ! fc-list :lang=zh 2>/dev/null | grep -q .; then printf 'fonts-noto-cjk '; fi
}

# Install Debian packages when this may be done without asking; else print the exact command. Status 0: they are there.
install_packages() { # PACKAGE ...
  local apt=(apt-get)
  [ $# -eq 0 ] && return 0
  if command -v apt-get >/dev/null; then
    if [ "$(id -u)" != 0 ]; then
      if sudo -n true 2>/dev/null; then apt=(sudo -n apt-get); else apt=(); fi
    fi
    if [ ${#apt[@]} -gt 0 ]; then
      say "installing system packages: $*"
      export DEBIAN_FRONTEND=noninteractive
      "${apt[@]}" install -y --no-install-recommends "$@" >&2 ||
        { "${apt[@]}" update >&2 && "${apt[@]}" install -y --no-install-recommends "$@" >&2; } && return 0
    fi
  fi
  say "these system packages are missing. On Debian and Ubuntu:"
  printf '    sudo apt-get install %s\n' "$*" >&2
  return 1
}

has_display() {
  local number
  if [ -n "${WAYLAND_DISPLAY:-}" ] && [ -S "${XDG_RUNTIME_DIR:-/nonexistent}/$WAYLAND_DISPLAY" ]; then return 0; fi
  [ -n "${DISPLAY:-}" ] || return 1
  case "$DISPLAY" in
  :* | unix:*)
    number=${DISPLAY##*:}
    [ -S "/tmp/.X11-unix/X${number%%.*}" ]
    ;;
  *) return 0 ;;
  esac
}
