/* SPDX-License-Identifier: Apache-2.0 */
#ifndef LOCKSTEP_KERNELS_H
#define LOCKSTEP_KERNELS_H

#include <stdint.h>

/* No int has more divisors; the caller's buffer holds so many. */
#define MOST_DIVISORS 1600

/* The greatest number from high down to low >= 1 that divides both, or 0. */
int32_t lockstep_gcd(int32_t a, int32_t b, int32_t high, int32_t low);
int32_t lockstep_gcd_simd(int32_t a, int32_t b, int32_t high, int32_t low);

/* Writes the divisors from `from` >= 1 to `to` in ascending order and returns how many they are. */
int32_t lockstep_factorize(int32_t number, int32_t from, int32_t to, int32_t divisors[MOST_DIVISORS]);
int32_t lockstep_factorize_simd(int32_t number, int32_t from, int32_t to, int32_t divisors[MOST_DIVISORS]);

#endif
