#!/usr/bin/env bash
# The Emscripten that compiles for browsers: finds it, or brings it into the user's cache.
#
#   browser_toolchain.sh find CACHE       prints the folder that holds em++ and em.cfg-style settings as NAME=VALUE lines;
#                                         status 1 and the reason on stderr when there is none
#   browser_toolchain.sh install CACHE    the same, after installing what is missing
#   browser_toolchain.sh status CACHE     one line for people
#
# An emsdk on PATH of version 3.1.69 or newer is used as it is. Otherwise Debian 13's package `emscripten` (architecture
# all; Debian 12's own is too old for C++20) is unpacked below CACHE, never installed over the system, and made to use
# Debian 12's clang-19, lld-19 and binaryen. apt fetches and verifies it, with settings and lists of its own, from the
# mirror the system's own sources name. What is unpacked appears under its final name only when it is complete.
set -u
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
. "$here/packages.sh"

wanted_version=3.1.69
release=trixie
mode=${1:-} cache=${2:-}
[ -n "$mode" ] && [ -n "$cache" ] || { sed -n '4,7p' "$0" | sed 's/^# \{0,1\}//' >&2; exit 2; }
home="$cache/toolchains/emscripten-$wanted_version"

fail() { echo "portalis: $*" >&2; exit 1; }

at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -1)" = "$1" ]; }

# The user's own emsdk: sets em_folder when it is new enough.
own_emsdk() {
  local found version
  found=$(command -v em++) || return 1
  version=$(sed -n '1s/[^0-9.]//gp' "$(dirname "$(readlink -f "$found")")/emscripten-version.txt" 2>/dev/null)
  [ -n "$version" ] && at_least "$wanted_version" "$version" || return 1
  em_folder=$(dirname "$(readlink -f "$found")") em_config=""
}

ours() {
  [ -e "$home/em.cfg" ] || return 1
  em_folder="$home/usr/share/emscripten" em_config="$home/em.cfg"
}

# Debian's mirror as apt itself uses it here, without naming any host.
mirror() {
  apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 2>/dev/null |
    awk '$2 !~ /-/ && $3 == "main" && $1 ~ /\/debian\/?$/ { print $1; exit }'
}

# A line that grows: what is there of a file or folder, of about how many megabytes. Only on a terminal.
watch() {   # watch TITLE PATH MEGABYTES PID
  local there percent
  if ! [ -t 2 ]; then wait "$4"; return; fi
  while kill -0 "$4" 2>/dev/null; do
    there=$(du -sm "$2" 2>/dev/null | cut -f1)
    percent=$((${there:-0} * 100 / $3)); [ "$percent" -le 100 ] || percent=100
    printf '\r\033[K%s [%-30s] %d of %d MB' "$1" "$(printf '%*s' $((percent * 30 / 100)) '' | tr ' ' '#')" "${there:-0}" "$3" >&2
    sleep 0.5
  done
  printf '\r\033[K' >&2
  wait "$4"
}

bring() {
  command -v apt-get >/dev/null && command -v dpkg >/dev/null ||
    fail "an emsdk of version $wanted_version or newer must be on PATH (this system has no apt to bring one)"
  local uri; uri=$(mirror)
  [ -n "$uri" ] || fail "apt's sources name no Debian mirror; put an emsdk of version $wanted_version or newer on PATH"
  mkdir -p "$cache/toolchains" || fail "cannot write to $cache/toolchains"
  exec 9>"$cache/toolchains/.lock"; flock 9
  ours && return                                  # another run brought it meanwhile
  local space; space=$(df -Pm "$cache/toolchains" | awk 'NR==2 { print $4 }')
  [ "${space:-9999}" -ge 2200 ] || fail "bringing Emscripten needs 2.2 GB of free space in $cache/toolchains, there are $space MB"

  work=$(mktemp -d "$cache/toolchains/.emscripten-XXXXXX") || fail "cannot write to $cache/toolchains"
  trap 'rm -rf "$work"' EXIT
  trap 'exit 130' INT TERM
  local apt="$work/apt"
  mkdir -p "$apt/lists/partial" "$apt/archives/partial" "$apt/parts"
  printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n' "$uri" "$release" \
    /usr/share/keyrings/debian-archive-keyring.gpg >"$apt/parts/portalis.sources"
  local options=(-o "Dir::Etc::sourcelist=/dev/null" -o "Dir::Etc::sourceparts=$apt/parts" -o "Dir::State::lists=$apt/lists"
    -o "Dir::Cache::archives=$apt/archives" -o "Dir::Cache::pkgcache=" -o "Dir::Cache::srcpkgcache=" -o "Debug::NoLocking=1"
    -o "APT::Get::List-Cleanup=0" -o "Acquire::Languages=none" -o "APT::Sandbox::User=root")
  apt-get "${options[@]}" -q=2 update >"$work/log" 2>&1 || { tail -3 "$work/log" >&2; fail "apt could not read the package list of Debian $release"; }
  echo "portalis: fetching Emscripten (240 MB, once)" >&2
  (cd "$apt/archives" && exec apt-get "${options[@]}" -q=2 download "emscripten" >"$work/log" 2>&1) &
  watch "fetching" "$apt/archives" 240 $! || { tail -3 "$work/log" >&2; fail "apt could not fetch the package emscripten"; }
  local package; package=$(ls "$apt"/archives/*.deb 2>/dev/null | head -1)
  [ -n "$package" ] || fail "apt fetched no package"
  local version; version=$(dpkg-deb -f "$package" Version)
  at_least "$wanted_version" "${version%%[~+-]*}" || fail "Debian $release has Emscripten $version; $wanted_version is needed"
  mkdir "$work/root"
  dpkg -x "$package" "$work/root" &
  watch "unpacking" "$work/root" 1600 $! || fail "unpacking $package failed (is the disk full?)"
  rm -rf "$apt"

  # What its scripts look for in places of Debian 13.
  local em="$work/root/usr/share/emscripten"
  [ -e "$em/em++" ] || fail "the package emscripten holds no em++"
  if [ ! -e "$em/node_modules/acorn/package.json" ]; then
    rm -rf "$em/node_modules/acorn"
    (cd "$work" && npm install --prefix "$work/npm" --silent --no-audit --no-fund acorn@8 >"$work/log" 2>&1) ||
      { tail -3 "$work/log" >&2; fail "npm could not install acorn"; }
    mkdir -p "$em/node_modules" && mv "$work/npm/node_modules/acorn" "$em/node_modules/acorn"
  fi
  cat >"$work/root/em.cfg" <<CONFIG
LLVM_ROOT = '/usr/lib/llvm-19/bin'
BINARYEN_ROOT = '/usr'
NODE_JS = '$(command -v node)'
EMSCRIPTEN_ROOT = '$home/usr/share/emscripten'
CACHE = '$home/cache'
CONFIG
  mkdir -p "$work/root/cache"
  rm -rf "$home" && mv "$work/root" "$home" || fail "cannot write $home"
  rm -rf "$work"
  ours
}

answer() { printf 'folder=%s\nconfig=%s\n' "$em_folder" "$em_config"; }

case $mode in
  find)
    own_emsdk || ours || fail "no Emscripten yet"
    answer ;;
  status)
    if own_emsdk; then echo "emsdk on PATH: $em_folder"
    elif ours; then echo "Emscripten $wanted_version in $home"
    else echo "not there yet; brought by the first build for a browser (240 MB)"; exit 1; fi ;;
  install)
    if ! own_emsdk; then
      install_packages browser
      ours || bring
    fi
    answer ;;
  *) fail "unknown mode $mode" ;;
esac
