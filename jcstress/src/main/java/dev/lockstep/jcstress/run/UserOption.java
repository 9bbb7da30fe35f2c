/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import java.util.List;

/**
 * JVM options that people run with and that change what a lock or a reference is made of: the
 * collector's barriers, the width of a reference, and the object header, in which a monitor lives.
 */
enum UserOption {
  SERIAL_GC("SerialGC", "-XX:+UseSerialGC"),
  ZGC("ZGC", "-XX:+UseZGC"),
  WIDE_REFERENCES("no compressed oops", "-XX:-UseCompressedOops"),
  COMPACT_HEADERS("compact headers", "-XX:+UseCompactObjectHeaders");

  private final String label;
  private final String flag;

  UserOption(String label, String flag) {
    this.label = label;
    this.flag = flag;
  }

  String flag() {
    return flag;
  }

  /** What distinguishes a configuration with such an option, as {@code " + ZGC"}; may be empty. */
  static String suffix(List<String> arguments) {
    StringBuilder suffix = new StringBuilder();
    for (UserOption option : values()) {
      if (arguments.contains(option.flag)) {
        suffix.append(" + ").append(option.label);
      }
    }
    return suffix.toString();
  }
}
