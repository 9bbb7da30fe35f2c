/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run.launch;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Finds JDKs where people and their tools put them. */
final class Jdks {

  private Jdks() {}

  /**
   * Returns 8 for {@code 1.8}, 25 for {@code 25}, {@code 25.0.3} or {@code 25-ea}, 0 if unreadable.
   */
  static int feature(String version) {
    if (version == null) {
      return 0;
    }
    String[] parts = version.replace("\"", "").trim().split("[^0-9]+", 3);
    try {
      int first = Integer.parseInt(parts[0]);
      return first == 1 && parts.length > 1 ? Integer.parseInt(parts[1]) : first;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /**
   * Returns the home of the oldest JDK of at least this feature release, or null if none is found.
   */
  static File find(int needed) {
    return oldest(candidates(System.getenv()), needed);
  }

  static File oldest(List<File> candidates, int needed) {
    File best = null;
    int bestFeature = Integer.MAX_VALUE;
    for (File home : candidates) {
      int feature = release(home);
      if (feature >= needed && feature < bestFeature && java(home).canExecute()) {
        best = home;
        bestFeature = feature;
      }
    }
    return best;
  }

  static File java(File home) {
    File unix = new File(home, "bin/java");
    return unix.exists() ? unix : new File(home, "bin/java.exe");
  }

  /** JAVA_HOME and its kin, the neighbours of the JDK that runs now, and the version switchers. */
  private static List<File> candidates(Map<String, String> environment) {
    List<File> homes = new ArrayList<>();
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      if (variable.getKey().startsWith("JAVA") && variable.getKey().contains("HOME")) {
        homes.add(new File(variable.getValue()));
      }
    }
    File running = new File(System.getProperty("java.home"));
    addChildren(homes, running.getParentFile());
    if (running.getParentFile() != null) {
      addChildren(homes, running.getParentFile().getParentFile());
    }
    File user = new File(System.getProperty("user.home"));
    addChildren(homes, new File(user, ".sdkman/candidates/java"));
    addChildren(homes, new File(user, ".jdks"));
    addChildren(homes, new File(user, ".asdf/installs/java"));
    return homes;
  }

  private static void addChildren(List<File> homes, File directory) {
    File[] children = directory == null ? null : directory.listFiles(File::isDirectory);
    if (children != null) {
      for (File child : children) {
        homes.add(child);
        homes.add(new File(child, "Contents/Home"));
      }
    }
  }

  /** The feature release that the JDK's own {@code release} file states, 0 if it has none. */
  private static int release(File home) {
    Properties properties = new Properties();
    try (InputStream in = new FileInputStream(new File(home, "release"))) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      return 0;
    }
    return feature(properties.getProperty("JAVA_VERSION"));
  }
}
