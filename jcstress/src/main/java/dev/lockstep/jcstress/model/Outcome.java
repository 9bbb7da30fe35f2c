/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

/** What the checker found. */
enum Outcome {
  /** No interleaving that it tried gave a wrong answer. */
  NOTHING_FOUND,
  /** One did. */
  BROKEN,
  /** It found nothing out. */
  FAILED
}
