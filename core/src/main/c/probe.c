/* SPDX-License-Identifier: Apache-2.0 */
/* What the kernels need of a compiler, and nothing else: if this cannot be built, no mistake of the kernels is to blame. */
#include <stdint.h>
#include <string.h>

#if defined(__x86_64__)
__attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#endif
int32_t probe(float value);

int32_t probe(float value) {
  int32_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}
