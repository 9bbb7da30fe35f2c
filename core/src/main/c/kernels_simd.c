/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The same search, every number tried, in a form that a C compiler can vectorise: no instruction divides several integers, but one
 * divides several floats.
 *
 * Why the answer is exact for every n < 2^31 and i with n / i < 2^21. Let u = 2^-24. n and i become floats with a relative error of at
 * most u each, the division adds another, so the float quotient is off n / i by less than 2^21 * 3.01 * 2^-24 < 0.38. Adding
 * 1.5 * 2^23 gives a float between 2^23 and 2^24, where floats are the integers: it rounds to the nearest one, r, and the low bits of
 * the float are those of r.
 * - If i divides n, then n / i is an integer less than 0.38 away from what was rounded: r = n / i, and r * i = n.
 * - If r * i = n modulo 2^32: r is less than 0.38 + 0.5 < 1 away from n / i, so r * i is less than i < 2^31 away from n. Of all numbers
 *   that are equal to n modulo 2^32 only n itself is so near: r * i = n, and i divides n.
 * No step depends on the width of a vector. The division must be that of IEEE 754: never compile this with -ffast-math.
 */
#include <string.h>

#include "kernels.h"

/* One jar for all machines: the loader takes the best version that the processor can run. */
#if defined(__x86_64__)
#define FOR_EVERY_PROCESSOR __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define FOR_EVERY_PROCESSOR
#endif

/* Numbers that are tried between two branches. */
#define BLOCK 256

#define ROUNDING 12582912.0f
#define ROUNDING_BITS 0x4B400000u

/* The least i with number / i < 2^21. */
static inline int32_t first_exact(int32_t number) {
  return (number >> 21) + 1;
}

static inline __attribute__((always_inline)) int divides(int32_t number, int32_t i) {
  float sum = (float)number / (float)i + ROUNDING;
  uint32_t bits;
  memcpy(&bits, &sum, sizeof bits);
  return (bits - ROUNDING_BITS) * (uint32_t)i == (uint32_t)number;
}

static inline __attribute__((always_inline)) int any_divides(int32_t number, int32_t from) {
  int any = 0;
  for (int32_t k = 0; k < BLOCK; k++) {
    any |= divides(number, from + k);
  }
  return any;
}

FOR_EVERY_PROCESSOR
int32_t lockstep_gcd_simd(int32_t a, int32_t b, int32_t high, int32_t low) {
  int32_t exact = first_exact(a);
  int32_t last = low > exact ? low : exact;
  int32_t i = high;
  while (i >= low) {
    if (i - last >= BLOCK - 1 && !any_divides(a, i - (BLOCK - 1))) {
      i -= BLOCK;
      continue;
    }
    int32_t end = i - low >= BLOCK ? i - BLOCK : low - 1;
    for (; i > end; i--) {
      if (a % i == 0 && b % i == 0) {
        return i;
      }
    }
  }
  return 0;
}

FOR_EVERY_PROCESSOR
int32_t lockstep_factorize_simd(int32_t number, int32_t from, int32_t to, int32_t divisors[MOST_DIVISORS]) {
  int32_t exact = first_exact(number);
  int32_t count = 0;
  int32_t tried = from - 1;
  while (tried < to) {
    if (tried + 1 >= exact && to - tried >= BLOCK && !any_divides(number, tried + 1)) {
      tried += BLOCK;
      continue;
    }
    int32_t end = to - tried > BLOCK ? tried + BLOCK : to;
    while (tried < end) {
      tried++;
      if (number % tried == 0) {
        divisors[count++] = tried;
      }
    }
  }
  return count;
}
