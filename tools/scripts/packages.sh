# The Debian packages Portalis needs, and what for. Sourced by ./portalis and ./run-tests.
# One line each: package | a file that is there when it is installed | what for | build, run or test, or what else needs it:
# sanitize (the tests), profile (profile_runtime.sh), browser (compiling for it) and page (running what was compiled)
packages='
g++              | /usr/bin/g++                              | brings the C++ library                        | build
clang-19         | /usr/bin/clang++-19                       | compiles Portalis, and programs for all targets | build browser
cmake            | /usr/bin/cmake                            | builds Portalis                               | build browser
ninja-build      | /usr/bin/ninja                            | builds Portalis                               | build browser
libxxhash-dev    | /usr/include/xxhash.h                     | content keys of the compile cache             | build
lld              | /usr/bin/ld.lld                           | links programs quickly                        | run
libgtest-dev     | /usr/include/gtest/gtest.h                | unit tests                                    | test
python3          | /usr/bin/python3                          | CPython, the oracle of the tests              | test
libclang-rt-19-dev | /usr/share/doc/libclang-rt-19-dev       | its sanitizers and counters                   | sanitize profile test
lld-19           | /usr/bin/wasm-ld-19                       | links modules                                 | browser
llvm-19          | /usr/bin/llvm-ar-19                       | archives of the runtime, counts of programs   | browser profile test
binaryen         | /usr/bin/wasm-opt                         | makes modules smaller                         | browser
nodejs           | /usr/bin/node                             | runs Emscripten                               | browser
npm              | /usr/bin/npm                              | fetches the packages of the page              | browser
brotli           | /usr/bin/brotli                           | compressed copies for web servers             | browser
chromium         | /usr/bin/chromium                         | runs pages without a screen                   | page
'

# install_packages KIND...: installs what is missing of these kinds; ends the script with a message where it may not.
install_packages() {
  local missing="" package file purpose kinds kind
  while IFS='|' read -r package file purpose kinds; do
    package=${package// /} file=${file// /}
    [ -n "$package" ] && ! [ -e "$file" ] || continue
    for kind in $kinds; do
      case " $* " in *" $kind "*) missing="$missing $package"; break ;; esac
    done
  done <<<"$packages"
  [ -n "$missing" ] || return 0
  local as_root=""
  if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root="sudo"
    else
      echo "portalis: these packages are missing and may not be installed by this user:$missing" >&2
      echo "portalis: ask an administrator to run: apt-get install$missing" >&2
      exit 2
    fi
  fi
  command -v apt-get >/dev/null || { echo "portalis: please install:$missing (no apt-get here)" >&2; exit 2; }
  echo "portalis: installing$missing" >&2
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing >/tmp/portalis-apt.$$ 2>&1 ||
    { $as_root apt-get update >/dev/null 2>&1 &&
      $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing >/tmp/portalis-apt.$$ 2>&1; } ||
    { tail -5 /tmp/portalis-apt.$$ >&2; echo "portalis: apt-get could not install:$missing" >&2; rm -f /tmp/portalis-apt.$$; exit 2; }
  rm -f /tmp/portalis-apt.$$
}

# build_portalis: configures once, builds when a source is newer than the last build. Output only when something is wrong.
build_portalis() {
  local stamp="$top/build/.built"
  if [ -e "$stamp" ] && [ -z "$(find "$top/CMakeLists.txt" "$top/cmake" "$top/compiler" "$top/runtime" "$top/abi" "$top/include" \
        "$top/tools" "$top/stdlib" -newer "$stamp" -print -quit 2>/dev/null)" ]; then
    return 0
  fi
  install_packages build run
  (
    flock 9
    [ -e "$top/build/build.ninja" ] || cmake -S "$top" -B "$top/build" -G Ninja -DCMAKE_BUILD_TYPE=Release >"$top/build/configure.log" 2>&1 ||
      { cat "$top/build/configure.log" >&2; exit 1; }
    if [ -t 2 ]; then ninja -C "$top/build" portalis_all portalis_stdlib >&2 || exit 1
    else ninja -C "$top/build" portalis_all portalis_stdlib >"$top/build/build.log" 2>&1 || { tail -40 "$top/build/build.log" >&2; exit 1; }
    fi
    touch "$stamp"
  ) 9>"$top/build/.lock" || { echo "portalis: building Portalis failed" >&2; exit 2; }
}
