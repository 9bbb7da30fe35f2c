#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the kernels in C: build.sh LIBRARY. Without a C compiler that can do it there is no library, one line that says so, and no
# failure; a mistake in the kernels is one. The same sources give the same bytes: no paths, no times, no build id, no -march=native.
set -eu
library=$1
cd "$(dirname "$0")"
cc=${CC:-cc}

skip() {
  echo "[lockstep] kernels C, C_CRITICAL and C_SIMD are left out: $1"
  exit 0
}

rm -f "$library"
command -v "$cc" >/dev/null || skip "there is no C compiler ($cc); install one, such as gcc, and build again"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
common="-std=c11 -fPIC -fvisibility=default -ffp-contract=off -Wall -Wextra -Werror -Wconversion -Wmissing-prototypes"
link="-shared -s -Wl,--build-id=none"
wide=
case $(uname -m) in x86_64) wide=-mprefer-vector-width=512 ;; esac

# shellcheck disable=SC2086
"$cc" $common $wide $link probe.c -o "$work/probe.so" 2>"$work/why" ||
  skip "$cc cannot build a library for every processor here: $(head -n 1 "$work/why")"

# shellcheck disable=SC2086
"$cc" $common -O2 -fno-tree-vectorize -c kernels.c -o "$work/kernels.o"
# shellcheck disable=SC2086
"$cc" $common -O3 $wide -c kernels_simd.c -o "$work/kernels_simd.o"
# shellcheck disable=SC2086
"$cc" $link "$work/kernels.o" "$work/kernels_simd.o" -o "$work/library"
mkdir -p "$(dirname "$library")"
mv "$work/library" "$library"
