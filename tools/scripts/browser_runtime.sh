#!/usr/bin/env bash
# Everything a build for browsers needs that is the same for all programs, made once per version of Portalis:
#
#   browser_runtime.sh SOURCE CACHE       SOURCE is Portalis's source tree or what is installed of it, CACHE the user's cache folder
#
# brings the toolchain (browser_toolchain.sh), compiles the runtime, makes Emscripten's JavaScript once for all programs
# (a program's own link is then one call of wasm-ld) and fetches the page's packages from npm. The answer is the file
# CACHE/targets/browser/settings: lines NAME=VALUE, where NAME may come more than once. Nothing is done when it is newer than
# every source.
set -u
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
source=${1:-} cache=${2:-}
[ -d "$source/runtime" ] && [ -n "$cache" ] || { echo "usage: browser_runtime.sh SOURCE CACHE" >&2; exit 2; }
target="$cache/targets/browser" settings="$cache/targets/browser/settings"
fail() { echo "portalis: $*" >&2; exit 1; }

current() {
  grep -qxF "source=$source" "$settings" 2>/dev/null && [ -e "$(sed -n 's/^compiler=//p' "$settings")" ] &&
    [ -e "$(sed -n 's/^emscripten=//p' "$settings")/em++" ] &&
    [ -z "$(find "$source/runtime" "$source/abi" "$source/include" "$source/cmake" "$source/CMakeLists.txt" "$source/web/library.js" \
      "$source/web/package.json" "$here"/browser_*.sh -newer "$settings" -print -quit 2>/dev/null)" ]
}
current && exit 0

mkdir -p "$target" || fail "cannot write to $target"
exec 8>"$target/.lock"; flock 8
current && exit 0
begun=$(mktemp "$target/begun.XXXXXX") || exit 1       # sources newer than this are not in what is made
trap 'rm -rf "$begun" "$target"/new.*' EXIT
trap 'exit 130' INT TERM

found=$("$here/browser_toolchain.sh" install "$cache") || exit 1
emscripten=$(sed -n 's/^folder=//p' <<<"$found") EM_CONFIG=$(sed -n 's/^config=//p' <<<"$found")
if [ -n "$EM_CONFIG" ]; then export EM_CONFIG; else unset EM_CONFIG; fi

# 1. The page's packages.
packages="$cache/toolchains/page-$(sha256sum "$source/web/package.json" | cut -c1-16)"
if [ ! -e "$packages/node_modules" ]; then
  new=$(mktemp -d "$target/new.XXXXXX")
  cp "$source/web/package.json" "$new/"
  (cd "$new" && npm install --silent --no-audit --no-fund --ignore-scripts >"$target/npm.log" 2>&1) || { tail -3 "$target/npm.log" >&2; fail "npm could not fetch the page's packages"; }
  rm -rf "$packages" && mv "$new" "$packages" || fail "cannot write $packages"
fi

# 2. The runtime.
[ -t 2 ] && echo "portalis: compiling the runtime for browsers (once)" >&2
build="$target/build"
if [ ! -e "$build/build.ninja" ] || ! grep -q "PORTALIS_EMSCRIPTEN:.*=$emscripten\$" "$build/CMakeCache.txt" ||
   ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$(realpath "$source")" "$build/CMakeCache.txt"; then
  rm -rf "$build"
  cmake -S "$source" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DPORTALIS_TESTS=OFF -DPORTALIS_PLATFORM=browser \
    -DCMAKE_TOOLCHAIN_FILE="$source/cmake/Browser.cmake" -DPORTALIS_EMSCRIPTEN="$emscripten" >"$target/configure.log" 2>&1 ||
    { tail -20 "$target/configure.log" >&2; rm -rf "$build"; fail "configuring the runtime for browsers failed"; }
fi
if [ -t 2 ]; then nice -n 5 ninja -C "$build" portalis_archive >&2
else nice -n 5 ninja -C "$build" portalis_archive >"$target/build.log" 2>&1 || { grep -A5 error: "$target/build.log" | head -40 >&2; false; }
fi || fail "compiling the runtime for browsers failed"
library="$build/lib/portalis"

# 3. Emscripten's JavaScript, made for a program that uses all of the runtime. It suits every program: a part of the
#    runtime imports and exports a part of what the whole does, as long as names are not shortened.
new=$(mktemp -d "$target/new.XXXXXX")
llvm=$("$emscripten/em-config" LLVM_ROOT) binaryen=$("$emscripten/em-config" BINARYEN_ROOT)
echo 'int main(int, char**) { return 0; }' >"$new/main.cpp"
flags=$("$emscripten/em++" -pthread --cflags 2>/dev/null)
"$llvm/clang++" $flags -c "$new/main.cpp" -o "$new/main.o" || fail "clang++ of Emscripten does not work"
"$emscripten/em++" -v "$new/main.o" -Wl,--whole-archive "$library/libportalis_rt.a" -Wl,--no-whole-archive -o "$new/program.js" \
  -O2 --minify=0 -pthread -sPROXY_TO_PTHREAD -sMODULARIZE -sEXPORT_ES6 -sENVIRONMENT=web,worker -sWASM_BIGINT \
  -sALLOW_MEMORY_GROWTH -sINITIAL_MEMORY=32MB -sMAXIMUM_MEMORY=2GB -sSTACK_SIZE=1MB -sWASMFS -sSUPPORT_LONGJMP=0 -fno-exceptions \
  -sINVOKE_RUN=0 -sEXPORTED_RUNTIME_METHODS=callMain,ENV,PThread,HEAPU8 \
  -sEXPORTED_FUNCTIONS=_main,_malloc,_free --js-library "$source/web/library.js" \
  -Wl,--wrap=read,--wrap=write,--wrap=isatty -Wl,--no-gc-sections >"$target/link.log" 2>&1 || { tail -5 "$target/link.log" >&2; fail "em++ could not link the runtime"; }

# What em++ gave the linker, without the template's own files; undefined functions are JavaScript.
link=$(grep -m1 '/wasm-ld -o ' "$target/link.log" | sed -E "s# -o [^ ]*# #; s#$new/main.o##; s#--whole-archive [^ ]*libportalis_rt.a --no-whole-archive##; \
  s#[^ ]*libemscripten_js_symbols.so##; s#--no-gc-sections#--gc-sections#")
[ -n "$link" ] || fail "em++ did not say how it links"
# What the JavaScript calls is exported by every program, even where nothing else would bring it in.
for name in $(grep -oE 'wasmExports\["[A-Za-z_][A-Za-z0-9_]*"\]' "$new/program.js" | cut -d'"' -f2 | sort -u); do
  case $name in __indirect_function_table|main|__main_argc_argv) ;; *) link="$link --export=$name" ;; esac
done
install -m 644 "$new/program.js" "$target/program.js.new" && mv "$target/program.js.new" "$target/program.js" || fail "cannot write $target/program.js"
rm -rf "$new"

{
  echo "source=$source"
  echo "emscripten=$emscripten"
  echo "packages=$packages/node_modules"
  echo "library=$library"
  echo "glue=$target/program.js"
  echo "compiler=$llvm/clang++"
  for flag in $flags; do echo "flag=$flag"; done
  for part in $link --import-undefined; do echo "link=$part"; done
  echo "optimiser=$binaryen/bin/wasm-opt"
} >"$target/new.settings"
touch -r "$begun" "$target/new.settings"
mv "$target/new.settings" "$settings"
