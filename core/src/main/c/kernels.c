/* SPDX-License-Identifier: Apache-2.0 */
/* The loops of Kernels.java, step for step: one integer division after the other, nothing vectorised. */
#include "kernels.h"

int32_t lockstep_gcd(int32_t a, int32_t b, int32_t high, int32_t low) {
  for (int32_t i = high; i >= low; i--) {
    if (a % i == 0 && b % i == 0) {
      return i;
    }
  }
  return 0;
}

int32_t lockstep_factorize(int32_t number, int32_t from, int32_t to, int32_t divisors[MOST_DIVISORS]) {
  int32_t count = 0;
  int32_t i = from - 1;
  while (i < to) {
    i++;
    if (number % i == 0) {
      divisors[count++] = i;
    }
  }
  return count;
}
