/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import java.util.List;

/** The questions to queues. */
final class QueueTemplates {

  private QueueTemplates() {}

  static List<Template> all() {
    return List.of();
  }
}
