/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.util.List;

/**
 * The functions that worker processes may run: a process runs what a provider on its own class path
 * lists ({@link java.util.ServiceLoader}), and nothing else, whatever it is sent.
 */
public interface Portables {

  /** All functions of this provider; their names are unique over all providers. */
  List<Portable<?, ?>> all();
}
