/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.flame;

import dev.lockstep.reports.run.Quoted;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Names of frames without what differs from one JVM to the next. */
final class FrameNames {
  /** Below this frame stands what the threads of the JIT compiler did. */
  static final String COMPILER = "JIT compiler";

  /** Below this frame stands what a worker process did. */
  static final String WORKER = "worker process";

  private static final Pattern ADDRESS = Pattern.compile("[.+/]0x[0-9a-f]+");
  private static final Pattern PROCESS = Pattern.compile("worker-[0-9]+");
  private static final Pattern NUMBERED =
      Pattern.compile("(GeneratedConstructorAccessor|GeneratedMethodAccessor|\\$Proxy)[0-9]+");

  private final Map<String, String> known = new HashMap<>();

  /** Returns the name under which a frame is the same in every JVM, fit to be shown. */
  String of(String frame) {
    return known.computeIfAbsent(frame, FrameNames::plain);
  }

  private static String plain(String frame) {
    if (PROCESS.matcher(frame).matches()) {
      return WORKER;
    }
    String name = ADDRESS.matcher(frame).replaceAll("");
    return Quoted.name(NUMBERED.matcher(name).replaceAll("$1"));
  }

  /** Returns the method with its class but without its package. */
  static String brief(String name) {
    int slash = name.lastIndexOf('/');
    boolean java = slash >= 0 && name.indexOf('.', slash) > 0 && !name.contains("::");
    return java ? name.substring(slash + 1) : name;
  }
}
