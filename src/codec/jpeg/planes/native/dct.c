/*
 * The two transforms of JPEG and its quantisation on WebAssembly's vectors, to the last bit as libjpeg's "slow integer"
 * ones: the algorithm of Loeffler, Ligtenberg and Moschytz (ICASSP 1989), 8 columns at once, products of 16 bits
 * summed in pairs to 32.
 */
#define JPEG_INTERNALS
#include "jinclude.h"
#include "jpeglib.h"
#include "jdct.h"
#include "dct.h"
#include <wasm_simd128.h>

#define F_0_298 2446
#define F_0_390 3196
#define F_0_541 4433
#define F_0_765 6270
#define F_0_899 7373
#define F_1_175 9633
#define F_1_501 12299
#define F_1_847 15137
#define F_1_961 16069
#define F_2_053 16819
#define F_2_562 20995
#define F_3_072 25172

typedef v128_t V;
#define PAIR(a, b) wasm_i16x8_make(a, b, a, b, a, b, a, b)
#define LO(a, b) wasm_i16x8_shuffle(a, b, 0, 8, 1, 9, 2, 10, 3, 11)
#define HI(a, b) wasm_i16x8_shuffle(a, b, 4, 12, 5, 13, 6, 14, 7, 15)
#define DOT(x, a, b) wasm_i32x4_dot_i16x8(x, PAIR(a, b))
#define ADD16 wasm_i16x8_add
#define SUB16 wasm_i16x8_sub
#define ADD32 wasm_i32x4_add
#define SUB32 wasm_i32x4_sub

static inline __attribute__((always_inline)) void transpose(V r[8]) {
  V a0 = LO(r[0], r[1]), a1 = HI(r[0], r[1]), a2 = LO(r[2], r[3]), a3 = HI(r[2], r[3]);
  V a4 = LO(r[4], r[5]), a5 = HI(r[4], r[5]), a6 = LO(r[6], r[7]), a7 = HI(r[6], r[7]);
#define LO2(a, b) wasm_i32x4_shuffle(a, b, 0, 4, 1, 5)
#define HI2(a, b) wasm_i32x4_shuffle(a, b, 2, 6, 3, 7)
  V b0 = LO2(a0, a2), b1 = HI2(a0, a2), b2 = LO2(a1, a3), b3 = HI2(a1, a3);
  V b4 = LO2(a4, a6), b5 = HI2(a4, a6), b6 = LO2(a5, a7), b7 = HI2(a5, a7);
#define LO4(a, b) wasm_i64x2_shuffle(a, b, 0, 2)
#define HI4(a, b) wasm_i64x2_shuffle(a, b, 1, 3)
  r[0] = LO4(b0, b4); r[1] = HI4(b0, b4); r[2] = LO4(b1, b5); r[3] = HI4(b1, b5);
  r[4] = LO4(b2, b6); r[5] = HI4(b2, b6); r[6] = LO4(b3, b7); r[7] = HI4(b3, b7);
}

static inline __attribute__((always_inline)) V descaled(V lo, V hi, int bits) {
  V half = wasm_i32x4_splat(1 << (bits - 1));
  return wasm_i16x8_narrow_i32x4(wasm_i32x4_shr(ADD32(lo, half), bits), wasm_i32x4_shr(ADD32(hi, half), bits));
}

/* One pass of the forward transform over the columns. */
static inline __attribute__((always_inline)) void forward(V d[8], int first) {
  int bits = first ? 11 : 15;
  V t0 = ADD16(d[0], d[7]), t7 = SUB16(d[0], d[7]), t1 = ADD16(d[1], d[6]), t6 = SUB16(d[1], d[6]);
  V t2 = ADD16(d[2], d[5]), t5 = SUB16(d[2], d[5]), t3 = ADD16(d[3], d[4]), t4 = SUB16(d[3], d[4]);
  V t10 = ADD16(t0, t3), t13 = SUB16(t0, t3), t11 = ADD16(t1, t2), t12 = SUB16(t1, t2);
  if (first) {
    d[0] = wasm_i16x8_shl(ADD16(t10, t11), 2);
    d[4] = wasm_i16x8_shl(SUB16(t10, t11), 2);
  } else {
    V two = wasm_i16x8_splat(2);
    d[0] = wasm_i16x8_shr(ADD16(ADD16(t10, t11), two), 2);
    d[4] = wasm_i16x8_shr(ADD16(SUB16(t10, t11), two), 2);
  }
  V lo = LO(t13, t12), hi = HI(t13, t12);
  d[2] = descaled(DOT(lo, F_0_541 + F_0_765, F_0_541), DOT(hi, F_0_541 + F_0_765, F_0_541), bits);
  d[6] = descaled(DOT(lo, F_0_541, F_0_541 - F_1_847), DOT(hi, F_0_541, F_0_541 - F_1_847), bits);
  V z3 = ADD16(t4, t6), z4 = ADD16(t5, t7);
  lo = LO(z3, z4); hi = HI(z3, z4);
  V z3l = DOT(lo, F_1_175 - F_1_961, F_1_175), z3h = DOT(hi, F_1_175 - F_1_961, F_1_175);
  V z4l = DOT(lo, F_1_175, F_1_175 - F_0_390), z4h = DOT(hi, F_1_175, F_1_175 - F_0_390);
  lo = LO(t4, t7); hi = HI(t4, t7);
  d[7] = descaled(ADD32(DOT(lo, F_0_298 - F_0_899, -F_0_899), z3l), ADD32(DOT(hi, F_0_298 - F_0_899, -F_0_899), z3h), bits);
  d[1] = descaled(ADD32(DOT(lo, -F_0_899, F_1_501 - F_0_899), z4l), ADD32(DOT(hi, -F_0_899, F_1_501 - F_0_899), z4h), bits);
  lo = LO(t5, t6); hi = HI(t5, t6);
  d[5] = descaled(ADD32(DOT(lo, F_2_053 - F_2_562, -F_2_562), z4l), ADD32(DOT(hi, F_2_053 - F_2_562, -F_2_562), z4h), bits);
  d[3] = descaled(ADD32(DOT(lo, -F_2_562, F_3_072 - F_2_562), z3l), ADD32(DOT(hi, -F_2_562, F_3_072 - F_2_562), z3h), bits);
}

void keyveil_fdct(DCTELEM *data) {
  V d[8];
  for (int i = 0; i < 8; i++) d[i] = wasm_v128_load(data + 8 * i);
  transpose(d);
  forward(d, 1);
  transpose(d);
  forward(d, 0);
  for (int i = 0; i < 8; i++) wasm_v128_store(data + 8 * i, d[i]);
}

/* One pass of the inverse transform over the columns; 16 bits in and out. */
static inline __attribute__((always_inline)) void inverse(V d[8], int bits) {
  V zero = wasm_i16x8_splat(0);
  V lo = LO(d[2], d[6]), hi = HI(d[2], d[6]);
  V t3l = DOT(lo, F_0_541 + F_0_765, F_0_541), t3h = DOT(hi, F_0_541 + F_0_765, F_0_541);
  V t2l = DOT(lo, F_0_541, F_0_541 - F_1_847), t2h = DOT(hi, F_0_541, F_0_541 - F_1_847);
  V s = ADD16(d[0], d[4]), m = SUB16(d[0], d[4]);
  V t0l = wasm_i32x4_shr(LO(zero, s), 3), t0h = wasm_i32x4_shr(HI(zero, s), 3);
  V t1l = wasm_i32x4_shr(LO(zero, m), 3), t1h = wasm_i32x4_shr(HI(zero, m), 3);
  V e0l = ADD32(t0l, t3l), e0h = ADD32(t0h, t3h), e3l = SUB32(t0l, t3l), e3h = SUB32(t0h, t3h);
  V e1l = ADD32(t1l, t2l), e1h = ADD32(t1h, t2h), e2l = SUB32(t1l, t2l), e2h = SUB32(t1h, t2h);
  V z3 = ADD16(d[7], d[3]), z4 = ADD16(d[5], d[1]);
  lo = LO(z3, z4); hi = HI(z3, z4);
  V z3l = DOT(lo, F_1_175 - F_1_961, F_1_175), z3h = DOT(hi, F_1_175 - F_1_961, F_1_175);
  V z4l = DOT(lo, F_1_175, F_1_175 - F_0_390), z4h = DOT(hi, F_1_175, F_1_175 - F_0_390);
  lo = LO(d[7], d[1]); hi = HI(d[7], d[1]);
  V o0l = ADD32(DOT(lo, F_0_298 - F_0_899, -F_0_899), z3l), o0h = ADD32(DOT(hi, F_0_298 - F_0_899, -F_0_899), z3h);
  V o3l = ADD32(DOT(lo, -F_0_899, F_1_501 - F_0_899), z4l), o3h = ADD32(DOT(hi, -F_0_899, F_1_501 - F_0_899), z4h);
  lo = LO(d[5], d[3]); hi = HI(d[5], d[3]);
  V o1l = ADD32(DOT(lo, F_2_053 - F_2_562, -F_2_562), z4l), o1h = ADD32(DOT(hi, F_2_053 - F_2_562, -F_2_562), z4h);
  V o2l = ADD32(DOT(lo, -F_2_562, F_3_072 - F_2_562), z3l), o2h = ADD32(DOT(hi, -F_2_562, F_3_072 - F_2_562), z3h);
  d[0] = descaled(ADD32(e0l, o3l), ADD32(e0h, o3h), bits); d[7] = descaled(SUB32(e0l, o3l), SUB32(e0h, o3h), bits);
  d[1] = descaled(ADD32(e1l, o2l), ADD32(e1h, o2h), bits); d[6] = descaled(SUB32(e1l, o2l), SUB32(e1h, o2h), bits);
  d[2] = descaled(ADD32(e2l, o1l), ADD32(e2h, o1h), bits); d[5] = descaled(SUB32(e2l, o1l), SUB32(e2h, o1h), bits);
  d[3] = descaled(ADD32(e3l, o0l), ADD32(e3h, o0h), bits); d[4] = descaled(SUB32(e3l, o0l), SUB32(e3h, o0h), bits);
}

void keyveil_idct(void *table, JCOEFPTR block, JSAMPARRAY rows, JDIMENSION column) {
  const short *q = (const short *)table;
  V d[8], ac = wasm_i16x8_splat(0);
  for (int i = 0; i < 8; i++) d[i] = wasm_v128_load(block + 8 * i);
  for (int i = 1; i < 8; i++) ac = wasm_v128_or(ac, d[i]);
  ac = wasm_v128_or(ac, wasm_i16x8_replace_lane(d[0], 0, 0));
  V centre = wasm_i8x16_splat(-128);
  if (!wasm_v128_any_true(ac)) {
    /* Nothing but its mean. */
    int level = ((block[0] * q[0] * 4 + 16) >> 5);
    V flat = wasm_i16x8_splat(level);
    V bytes = wasm_v128_xor(wasm_i8x16_narrow_i16x8(flat, flat), centre);
    for (int i = 0; i < 8; i++) wasm_v128_store64_lane(rows[i] + column, bytes, 0);
    return;
  }
  for (int i = 0; i < 8; i++) d[i] = wasm_i16x8_mul(d[i], wasm_v128_load(q + 8 * i));
  inverse(d, 11);
  transpose(d);
  inverse(d, 18);
  transpose(d);
  for (int i = 0; i < 8; i += 2) {
    V bytes = wasm_v128_xor(wasm_i8x16_narrow_i16x8(d[i], d[i + 1]), centre);
    wasm_v128_store64_lane(rows[i] + column, bytes, 0);
    wasm_v128_store64_lane(rows[i + 1] + column, bytes, 1);
  }
}

void keyveil_convsamp(JSAMPARRAY rows, JDIMENSION column, DCTELEM *workspace) {
  V middle = wasm_i16x8_splat(128);
  for (int i = 0; i < 8; i++)
    wasm_v128_store(workspace + 8 * i, SUB16(wasm_u16x8_load8x8(rows[i] + column), middle));
}

/* The upper halves of the products of unsigned 16 bits. */
static inline __attribute__((always_inline)) V high(V a, V b) {
  return wasm_i16x8_shuffle(wasm_u32x4_extmul_low_u16x8(a, b), wasm_u32x4_extmul_high_u16x8(a, b), 1, 3, 5, 7, 9, 11, 13, 15);
}

void keyveil_quantize(JCOEFPTR block, DCTELEM *divisors, DCTELEM *workspace) {
  for (int i = 0; i < 64; i += 8) {
    V x = wasm_v128_load(workspace + i);
    V sign = wasm_i16x8_shr(x, 15);
    V u = ADD16(SUB16(wasm_v128_xor(x, sign), sign), wasm_v128_load(divisors + 64 + i));
    u = high(high(u, wasm_v128_load(divisors + i)), wasm_v128_load(divisors + 128 + i));
    wasm_v128_store(block + i, SUB16(wasm_v128_xor(u, sign), sign));
  }
}
