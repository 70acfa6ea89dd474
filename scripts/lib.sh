# shellcheck shell=bash
# Shared by the commands in scripts/: what they need installed, and how they start QGIS.
# Source it; it defines functions and changes nothing by itself.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
VENV="${LAND_CONSOLIDATION_VENV:-$ROOT/.venv}"
DEBIAN=$(source /etc/os-release && echo "${VERSION_CODENAME:-}")

# Debian packages by purpose. qgis and its bindings come from backports. QGIS asks for Open Sans by name.
QGIS_PACKAGES=(qgis python3-qgis)
DEMO_PACKAGES=(python3-venv qttools5-dev-tools fonts-wqy-microhei fonts-open-sans)
TEST_PACKAGES=(xvfb openbox xdotool imagemagick poppler-utils zip unzip git shellcheck e2fsprogs)
case "$DEBIAN" in
  # From Debian 13 on its own Python packages are new enough, and made for the libraries that QGIS uses.
  trixie)
    QGIS_PACKAGES+=(python3-numpy python3-scipy python3-shapely python3-pandas python3-openpyxl)
    TEST_PACKAGES+=(postgresql-17-postgis-3)
    ;;
  *) TEST_PACKAGES+=(postgresql-15-postgis-3) ;;
esac

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

missing_packages() {
  local package
  for package in "$@"; do
    dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null | grep -q 'install ok installed' || echo "$package"
  done
}

# The mirror this machine already uses for its Debian, so that backports come from the same place.
debian_mirror() {
  local files=()
  mapfile -t files < <(find /etc/apt/sources.list /etc/apt/sources.list.d -type f 2>/dev/null)
  [ ${#files[@]} -gt 0 ] || return 0
  awk -v suite="$DEBIAN" '
    $1 == "Types:" {uri = ""; ours = 0}
    $1 == "URIs:" {uri = $2}
    $1 == "Suites:" {ours = index($0 " ", " " suite " ")}
    uri != "" && ours {print uri; exit}
    $1 == "deb" {for (i = 2; i < NF; i++) if ($(i + 1) == suite) {print $i; exit}}
  ' "${files[@]}"
}

install_packages() {
  local missing mirror
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  echo "Installing ${missing[*]} …"
  if ! grep -rqs "$DEBIAN-backports" /etc/apt/sources.list /etc/apt/sources.list.d; then
    mirror=$(debian_mirror)
    if [ -z "$mirror" ]; then
      echo "No package source of Debian 12 (bookworm) or 13 (trixie) found in /etc/apt: add one, then run this again." >&2
      return 1
    fi
    echo "deb $mirror $DEBIAN-backports main" |
      as_root tee "/etc/apt/sources.list.d/$DEBIAN-backports.list" >/dev/null
  fi
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends \
    -t "$DEBIAN-backports" "${missing[@]}"
}

# ensure_python REQUIREMENTS…: .venv over the system's Python (the one QGIS uses), filled once per change.
ensure_python() {
  local file stamp sum
  for file in "$@"; do
    stamp="$VENV/.installed-$(basename "$file")"
    sum=$(sha256sum <"$file")
    [ "$(cat "$stamp" 2>/dev/null)" = "$sum" ] && continue
    [ -x "$VENV/bin/python" ] || /usr/bin/python3 -m venv --system-site-packages "$VENV"
    echo "Installing Python packages of $(basename "$file") …"
    "$VENV/bin/python" -m pip install -q --disable-pip-version-check -r "$file"
    echo "$sum" >"$stamp"
  done
}

# ensure_qt6: PyQt6 in a folder of .venv that no Python looks into by itself.
ensure_qt6() {
  local file="$ROOT/scripts/requirements-qt6.txt" folder="$VENV/qt6" sum
  sum=$(sha256sum <"$file")
  [ "$(cat "$folder/.installed" 2>/dev/null)" = "$sum" ] && return 0
  echo "Installing Python packages of requirements-qt6.txt …"
  rm -rf "$folder"
  "$VENV/bin/python" -m pip install -q --disable-pip-version-check --target "$folder" -r "$file"
  echo "$sum" >"$folder/.installed"
}

ensure_demo() {
  install_packages "${QGIS_PACKAGES[@]}" "${DEMO_PACKAGES[@]}"
  ensure_python "$ROOT/scripts/requirements.txt"
}

ensure_test() {
  install_packages "${QGIS_PACKAGES[@]}" "${DEMO_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
  ensure_python "$ROOT/scripts/requirements.txt" "$ROOT/scripts/requirements-test.txt"
  ensure_qt6
}

# use_profile LANGUAGE: a clean QGIS profile with this checkout's plugin, seeing .venv's packages.
# LANGUAGE is QGIS's name of it; "" leaves it to the system.
# It is the caller's to remove: trap remove_profile EXIT.
use_profile() {
  QGIS_CUSTOM_CONFIG_PATH=$(mktemp -d)
  PYTHONPATH=$(echo "$VENV"/lib/python3*/site-packages)
  export QGIS_CUSTOM_CONFIG_PATH PYTHONPATH PYTHONNOUSERSITE=1
  /usr/bin/python3 "$ROOT/scripts/qgis_profile.py" "$QGIS_CUSTOM_CONFIG_PATH" "$1"
}

# qgis_language: QGIS's own name of the system's language where it is Chinese, which QGIS would not find by itself.
qgis_language() {
  case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
    zh_TW* | zh_HK*) ;;
    zh*) echo zh-Hans ;;
  esac
}

remove_profile() {
  rm -rf "$QGIS_CUSTOM_CONFIG_PATH"
}

# build_translations: i18n/*.qm beside their .ts, where those are newer.
build_translations() {
  local source
  for source in "$ROOT"/i18n/*.ts; do
    [ -e "$source" ] || continue
    [ "${source%.ts}.qm" -nt "$source" ] || /usr/lib/qt5/bin/lrelease -silent "$source" -qm "${source%.ts}.qm"
  done
}
