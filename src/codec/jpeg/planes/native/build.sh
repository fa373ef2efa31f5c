#!/usr/bin/env bash
# Builds planes.wasm from libjpeg-turbo's sources and ours: native/build.sh SOURCES
# SOURCES: the unpacked sources of libjpeg-turbo 2.1.5 (Debian: apt-get source libjpeg-turbo). Needs emscripten (3.1.6).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
sources=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$sources"/*.c "$sources"/*.h "$work"
# Bits are read by 64, which WebAssembly has although its addresses have 32: where the library says x32, it means such a machine.
# (Written by 64 they take longer.) How many bits a number has is asked of the machine, not looked up in a table of 64 kB.
sed -i -E 's/defined\(__x86_64__\) && defined\(__ILP32__\)/1/' "$work"/jdhuff.c "$work"/jdhuff.h

sed 's/@COPYRIGHT_YEAR@/2023/' "$sources/jversion.h.in" >"$work/jversion.h"
# The library asks for vectors by these names; four of them are ours, the others say that they have none.
sed -E \
  -e '/^jsimd_can_(fdct_islow|quantize|convsamp|idct_islow)\(void\)$/,/^}$/s/return 0;/return 1;/' \
  -e '/^jsimd_fdct_islow\(/,/^}$/s/^\{$/{ keyveil_fdct(data);/' \
  -e '/^jsimd_quantize\(/,/^}$/s/^\{$/{ keyveil_quantize(coef_block, divisors, workspace);/' \
  -e '/^jsimd_convsamp\(/,/^}$/s/^\{$/{ keyveil_convsamp(sample_data, start_col, workspace);/' \
  -e '/^jsimd_idct_islow\(/,/^}$/s/^\{$/{ keyveil_idct(compptr->dct_table, coef_block, output_buf, output_col);/' \
  -e 's/^#include "jsimddct.h"$/&\n#include "dct.h"/' \
  "$sources/jsimd_none.c" >"$work/simd.c"

parts="jcapimin jcapistd jcarith jccoefct jccolor jcdctmgr jchuff jcicc jcinit jcmainct jcmarker jcmaster jcomapi jcparam
  jcphuff jcprepct jcsample jaricom jdapimin jdapistd jdarith jdatadst jdatasrc jdcoefct jdcolor jddctmgr jdhuff jdinput
  jdmainct jdmarker jdmaster jdmerge jdphuff jdpostct jdsample jerror jfdctflt jfdctfst jfdctint jidctflt jidctfst
  jidctint jidctred jmemmgr jmemnobs jquant1 jquant2 jutils"
files=()
for part in $parts; do files+=("$work/$part.c"); done
emcc -O3 -msimd128 -flto -DNDEBUG -DUSE_CLZ_INTRINSIC -I"$here" -I"$work" \
  "${files[@]}" "$work/simd.c" "$here/dct.c" "$here/planes.c" \
  -sALLOW_MEMORY_GROWTH=1 -sEXPORTED_FUNCTIONS=_malloc,_free -sERROR_ON_UNDEFINED_SYMBOLS=0 -sSTANDALONE_WASM --no-entry \
  -sFILESYSTEM=0 -sINITIAL_MEMORY=16MB -sMAXIMUM_MEMORY=2GB -o "$here/../planes.wasm"
chmod 644 "$here/../planes.wasm"
