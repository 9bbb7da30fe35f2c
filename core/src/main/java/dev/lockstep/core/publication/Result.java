/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.publication;

/**
 * What is published: written after its construction, so that only the way of it protects it. Each
 * field is computed from the one before, as the fields of a real object are: a compiler that may
 * store some of them after the reference has something to gain from it.
 */
final class Result {

  int number;
  int doubled;
  int tripled;
  int quadrupled;

  static Result of(int number) {
    Result result = new Result();
    result.number = number;
    result.doubled = result.number + number;
    result.tripled = result.doubled + number;
    result.quadrupled = result.tripled + number;
    return result;
  }

  /** The number of a result, that of none, or 0 if not all of the result is seen. */
  static int numberOf(Result resultOrNull) {
    return resultOrNull == null
        ? Publication.ABSENT
        : whole(
            resultOrNull.number,
            resultOrNull.doubled,
            resultOrNull.tripled,
            resultOrNull.quadrupled);
  }

  /** The number, or 0 if some field is not seen: then it does not fit the others. */
  static int whole(int number, int doubled, int tripled, int quadrupled) {
    return doubled == 2 * number && tripled == 3 * number && quadrupled == 4 * number ? number : 0;
  }
}
