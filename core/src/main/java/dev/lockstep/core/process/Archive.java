/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a worker's JVM finds prepared when it starts, beside the JDK's own archive of platform
 * classes, which every JVM uses.
 *
 * <p>An archive is made by a worker that is started once for it, does some trivial tasks and writes
 * at its end what it has loaded. It is kept for the same class path, JDK and options in a directory
 * of this user below the temporary one, where one that nobody has used for long makes room. An
 * archive that cannot be made or does not fit is done without.
 */
public enum Archive {
  /** Nothing. */
  NONE {
    @Override
    List<String> writing(Path file) {
      return List.of();
    }

    @Override
    List<String> reading(Path file) {
      return List.of();
    }
  },

  /** The classes that a worker loads, parsed and verified (class-data sharing, JEP 350). */
  CDS {
    @Override
    List<String> writing(Path file) {
      return List.of("-XX:ArchiveClassesAtExit=" + file);
    }

    @Override
    List<String> reading(Path file) {
      return List.of("-XX:SharedArchiveFile=" + file);
    }
  },

  /** The same, loaded and linked, and profiles of its methods (JEP 483, 514 and 515). */
  AOT {
    @Override
    List<String> writing(Path file) {
      return List.of("-XX:AOTCacheOutput=" + file);
    }

    @Override
    List<String> reading(Path file) {
      return List.of("-XX:AOTCache=" + file);
    }
  };

  /** The one with which workers start fastest. */
  public static final Archive BEST = AOT;

  /** Options of the JVM that makes it. */
  abstract List<String> writing(Path file);

  /** Options of a JVM that uses it. */
  abstract List<String> reading(Path file);

  /**
   * Makes it for the class path of this process if it is not there yet, which takes seconds; the
   * first pool that uses it would do so, too.
   *
   * @return why there is none, in one sentence; empty if there is one, and for {@link #NONE}
   */
  public Optional<String> prepare() {
    return WorkerCommand.prepared(this).why();
  }
}
