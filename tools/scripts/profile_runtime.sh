#!/usr/bin/env bash
# Makes runtime/native.profdata anew: builds Portalis so that the runtime counts what runs, runs the benchmarks, and keeps
# the counts, by which the runtime is compiled from then on. To be run when much of the runtime has changed.
#   tools/scripts/profile_runtime.sh [folder to build in]
set -eu
top=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
. "$top/tools/scripts/packages.sh"
install_packages build run profile
build=${1:-$top/build-profile}
cmake -S "$top" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_COMPILER=clang++-19 -DPORTALIS_PROFILE=ON -DPORTALIS_TESTS=OFF >/dev/null
ninja -C "$build" bin/portalis lib/portalis/libportalis_rt.a lib/portalis/headers.prepared
counts=$(mktemp -d)
trap 'rm -rf "$counts"' EXIT
export PORTALIS_CACHE="$build/cache" LLVM_PROFILE_FILE="$build/portalis.profraw"     # the compiler's own counts
for program in "$top"/bench/programs/*.py "$top"/bench/micro/{arithmetic,dicts,library,lists,modules,objects,texts}.py; do
  name=$(basename "$program" .py)
  echo "$name"
  "$build/bin/portalis" build "$program" -o "$counts/$name"
  LLVM_PROFILE_FILE="$counts/$name.profraw" "$counts/$name" >/dev/null
done
llvm-profdata-19 merge -sparse -o "$top/runtime/native.profdata" "$counts"/*.profraw
ls -l "$top/runtime/native.profdata"
