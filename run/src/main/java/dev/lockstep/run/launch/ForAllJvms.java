/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run.launch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The options that the environment sets for every JVM, which no command line shows. */
public final class ForAllJvms {

  /** The variables that hold them. */
  public static final List<String> VARIABLES =
      Collections.unmodifiableList(
          Arrays.asList("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));

  /** System property: the names of those that were kept from this JVM. */
  public static final String KEPT_AWAY = "lockstep.keptAway";

  /** White space parts the options, unless it stands between quotes. */
  private static final Pattern OPTION = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

  private final Map<String, String> set = new TreeMap<>();

  private ForAllJvms() {}

  static ForAllJvms in(Map<String, String> environment) {
    ForAllJvms found = new ForAllJvms();
    for (String name : VARIABLES) {
      if (environment.containsKey(name)) {
        found.set.put(name, environment.get(name));
      }
    }
    return found;
  }

  /** The names of the variables that are there. */
  String names() {
    return String.join(", ", set.keySet());
  }

  /** The options of a JVM but for these. */
  List<String> without(List<String> options) {
    List<String> rest = new ArrayList<>(options);
    for (String value : set.values()) {
      Matcher option = OPTION.matcher(value);
      while (option.find()) {
        rest.remove(option.group().replaceAll("[\"']", ""));
      }
    }
    return rest;
  }
}
