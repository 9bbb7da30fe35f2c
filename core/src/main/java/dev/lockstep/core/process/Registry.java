/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;

/** The functions that this process may run, by name. */
final class Registry {

  private final Map<String, Portable<?, ?>> functions = new HashMap<>();

  /**
   * All that the providers on the class path list, and {@link Echo}.
   *
   * @throws IllegalStateException if two have the same name
   */
  Registry() {
    add(Echo.ECHO);
    for (Portables provider : ServiceLoader.load(Portables.class)) {
      for (Portable<?, ?> function : provider.all()) {
        add(function);
      }
    }
  }

  private void add(Portable<?, ?> function) {
    Portable<?, ?> other = functions.put(function.name(), function);
    if (other != null) {
      throw new IllegalStateException("two functions have the name " + function.name());
    }
  }

  /**
   * The function of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  Portable<?, ?> find(String name) {
    Portable<?, ?> function = functions.get(name);
    if (function == null) {
      throw new IllegalArgumentException(
          "a worker knows no function "
              + name
              + ": let a provider list it that is named in META-INF/services/"
              + Portables.class.getName()
              + " on the class path");
    }
    return function;
  }
}
