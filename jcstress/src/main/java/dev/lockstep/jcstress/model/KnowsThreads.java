/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.util.List;

/** What threads call that has to know them: to interrupt one, or to wait for its end. */
interface KnowsThreads {

  /** Is told them before they start, in the order of the scenario. */
  void threads(List<Thread> threads);
}
