# shellcheck shell=bash
# QGIS 3.44, which Debian 13 (trixie) has in its backports: a root of its own in .cache/trixie, and commands run in it.
# Source it after lib.sh.

TRIXIE="$ROOT/.cache/trixie"

# ensure_trixie: the root, made once; about a minute. What the tests need is installed by scripts/test inside it.
ensure_trixie() {
  local mirror
  [ -e "$TRIXIE/.complete" ] && return 0
  install_packages debootstrap
  mirror=$(debian_mirror)
  echo "Building a root of Debian 13 in .cache/trixie …"
  as_root rm -rf "$TRIXIE"
  mkdir -p "$TRIXIE"
  as_root debootstrap --variant=minbase --include=ca-certificates trixie "$TRIXIE" "$mirror" >"$ROOT/.cache/trixie.log"
  as_root touch "$TRIXIE/.complete"
}

# in_trixie COMMAND…: run it there, from the same path, on this very checkout and the data beside it.
# Every mount is the command's own and ends with it, so that removing .cache removes nothing else.
in_trixie() {
  local git_folder
  git_folder=$(git -C "$ROOT" rev-parse --path-format=absolute --git-common-dir 2>/dev/null || true)
  # shellcheck disable=SC2016
  as_root unshare --mount --propagation private bash -euo pipefail -c '
    root=$1 checkout=$2 git_folder=$3
    shift 3
    show() { [ ! -e "$1" ] || { mkdir -p "$root$2"; mount --bind "$(realpath "$1")" "$root$2"; }; }
    mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
    show "$checkout" "$checkout"
    show "$git_folder" "$git_folder"
    show "$(dirname "$checkout")/shared" "$(dirname "$checkout")/shared"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    cp --dereference /etc/resolv.conf "$root/etc/resolv.conf"
    cp --dereference /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
    exec chroot "$root" env HOME=/root LAND_CONSOLIDATION_VENV=/opt/land_consolidation "$@"
  ' in_trixie "$TRIXIE" "$ROOT" "$git_folder" "$@"
}
