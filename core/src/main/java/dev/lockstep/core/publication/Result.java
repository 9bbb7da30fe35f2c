/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.publication;

/** What is published: written after its construction, so that only the way of it protects it. */
final class Result {

  int number;

  static Result of(int number) {
    Result result = new Result();
    result.number = number;
    return result;
  }

  /** The number of a result, or that of none. */
  static int numberOf(Result resultOrNull) {
    return resultOrNull == null ? Publication.ABSENT : resultOrNull.number;
  }
}
