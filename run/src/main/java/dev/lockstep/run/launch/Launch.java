/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run.launch;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;

/**
 * Starts the main class that the jar's manifest names in {@code Lockstep-Main}: in this very JVM
 * when it is new enough, else in a JDK found beside it, with the same JVM options and arguments. So
 * {@code java -jar jcstress.jar} works whatever the default Java is.
 *
 * <p>What the environment sets for all JVMs stays with the one that asked for it: given twice, or a
 * port that two JVMs are to listen at, it would end the other.
 *
 * <p>The system property {@code lockstep.main} names another main class of the same jar.
 *
 * <p>Exits with the started program's code, or with 4 and one sentence when no such JDK is found.
 */
public final class Launch {

  static final int NEEDED = 25;
  private static final int FAILED = 4;

  private Launch() {}

  public static void main(String[] args) throws Throwable {
    File jar = new File(location());
    String mainClass = mainClass(jar);
    if (Jdks.feature(System.getProperty("java.specification.version")) >= NEEDED) {
      invoke(mainClass, args);
      return;
    }
    File home = Jdks.find(NEEDED);
    if (home == null) {
      System.err.println(
          "This jar needs JDK "
              + NEEDED
              + ", but runs on Java "
              + System.getProperty("java.specification.version")
              + " and none was found beside it: install one, or name it in JAVA_HOME.");
      System.exit(FAILED);
    }
    System.exit(start(home, jar, mainClass, args));
  }

  private static String location() throws URISyntaxException {
    return Launch.class.getProtectionDomain().getCodeSource().getLocation().toURI().getPath();
  }

  private static String mainClass(File jar) throws IOException {
    String asked = System.getProperty("lockstep.main");
    if (asked != null) {
      return asked;
    }
    try (JarFile file = new JarFile(jar)) {
      return file.getManifest().getMainAttributes().getValue("Lockstep-Main");
    }
  }

  private static void invoke(String mainClass, String[] args) throws Throwable {
    try {
      Class.forName(mainClass).getMethod("main", String[].class).invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static int start(File home, File jar, String mainClass, String[] args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Jdks.java(home).getPath());
    ForAllJvms options = ForAllJvms.in(System.getenv());
    command.addAll(options.without(ManagementFactory.getRuntimeMXBean().getInputArguments()));
    command.add("-D" + ForAllJvms.KEPT_AWAY + "=" + options.names());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(jar.getPath());
    command.add(mainClass);
    command.addAll(Arrays.asList(args));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().keySet().removeAll(ForAllJvms.VARIABLES);
    final Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return process.waitFor();
  }
}
