/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import java.util.List;

/** The questions to signals, futures and publications. */
final class SignalTemplates {

  private SignalTemplates() {}

  static List<Template> all() {
    return List.of();
  }
}
