/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import java.util.List;

/** The questions to executors, pipelines, units and links. */
final class HandOverTemplates {

  private HandOverTemplates() {}

  static List<Template> all() {
    return List.of();
  }
}
