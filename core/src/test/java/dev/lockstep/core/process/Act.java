/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What tests have workers do. Input and result are texts of any length, or null. */
public enum Act implements Portable<String, String> {
  /** Returns its input. */
  SAY {
    @Override
    String act(String input) {
      return input;
    }
  },

  /** Says null for a text, and that it was null for null. */
  NEGATE {
    @Override
    String act(String input) {
      return input == null ? "was null" : null;
    }
  },

  /** The id of the process, and the how manieth stamp it is there. */
  STAMP {
    @Override
    String act(String input) {
      return pid() + ":" + STAMPS.incrementAndGet();
    }
  },

  /** Throws an exception of the class, with the message if one follows after a colon. */
  THROW {
    @Override
    String act(String input) throws Throwable {
      String[] parts = input.split(":", 2);
      Class<?> type = Class.forName(parts[0]);
      throw (Throwable)
          (parts.length == 1
              ? type.getConstructor().newInstance()
              : type == AssertionError.class
                  ? new AssertionError(parts[1])
                  : type.getConstructor(String.class).newInstance(parts[1]));
    }
  },

  /** Calls itself without an end. */
  RECUR {
    @Override
    String act(String input) throws Throwable {
      return input == null ? null : act(input) + input;
    }
  },

  /** Takes all memory. */
  HOARD {
    @Override
    String act(String input) {
      long[][] hoard = new long[1 << 20][];
      for (int i = 0; ; i++) {
        hoard[i] = new long[1 << 24];
      }
    }
  },

  /** Exits with the status. */
  EXIT {
    @Override
    String act(String input) {
      System.exit(Integer.parseInt(input));
      return input;
    }
  },

  /** Ends without any rite. */
  HALT {
    @Override
    String act(String input) {
      Runtime.getRuntime().halt(Integer.parseInt(input));
      return input;
    }
  },

  /** Leaves its process's id in the file and never ends. */
  SPIN_FOR_EVER {
    @Override
    String act(String input) throws IOException {
      leave(input);
      while (true) {
        Thread.onSpinWait();
      }
    }
  },

  /** Leaves its process's id in the file and never ends. */
  SLEEP_FOR_EVER {
    @Override
    String act(String input) throws Exception {
      leave(input);
      while (true) {
        Thread.sleep(Long.MAX_VALUE);
      }
    }
  },

  /** Leaves its process's id in the file, and ends when there is another with ".go". */
  AWAIT {
    @Override
    String act(String input) throws IOException {
      leave(input);
      while (!Files.exists(Path.of(input + ".go"))) {
        Thread.onSpinWait();
      }
      return input;
    }
  },

  /** Prints a million bytes to both outputs, past {@link System#out}, too. */
  PRINT {
    @Override
    String act(String input) {
      String line = "x".repeat(999);
      for (PrintStream stream : List.of(System.out, System.err)) {
        for (int i = 0; i < 1000; i++) {
          stream.println(line);
        }
      }
      return input;
    }
  },

  /** What reading the standard input gives. */
  READ {
    @Override
    String act(String input) throws IOException {
      return String.valueOf(System.in.read());
    }
  },

  /** Makes a pool of its own. */
  NEST {
    @Override
    String act(String input) {
      try (ProcessPool pool = new ProcessPool(1)) {
        return pool.pids().toString();
      }
    }
  },

  /** Counts its calls in this process. */
  SET_UP {
    @Override
    String act(String input) {
      if (input.equals("fail")) {
        throw new IllegalStateException("nothing can be set up");
      }
      SET_UPS.incrementAndGet();
      return input;
    }
  },

  /** How often {@link #SET_UP} was called. */
  SET_UPS_HERE {
    @Override
    String act(String input) {
      return pid() + ":" + SET_UPS.get();
    }
  },

  /** The system property. */
  PROPERTY {
    @Override
    String act(String input) {
      return System.getProperty(input);
    }
  },

  /** Leaves the interrupt flag set. */
  INTERRUPT {
    @Override
    String act(String input) {
      Thread.currentThread().interrupt();
      return input;
    }
  },

  /** Is busy for so many milliseconds of CPU time, and allocates. */
  BURN {
    @Override
    String act(String input) {
      long end = System.nanoTime() + 1_000_000L * Integer.parseInt(input);
      int bytes = 0;
      while (System.nanoTime() < end) {
        kept = new byte[1000]; // where all threads can see it, or the compiler would not allocate
        bytes += kept.length;
      }
      return String.valueOf(bytes);
    }
  },

  /** Is in no worker's list. */
  UNKNOWN {
    @Override
    String act(String input) {
      return input;
    }
  },

  /** Cannot write its result. */
  MUTE {
    @Override
    String act(String input) {
      return input;
    }

    @Override
    public void writeResult(String result, DataOutput out) throws IOException {
      out.writeInt(7);
      throw new IOException("mute");
    }
  };

  /** What workers are told. */
  public static final class Registered implements Portables {

    @Override
    public List<Portable<?, ?>> all() {
      return List.<Portable<?, ?>>of(Act.values()).stream().filter(act -> act != UNKNOWN).toList();
    }
  }

  /** A class of exceptions that the platform does not have. */
  public static final class OwnException extends Exception {

    private static final long serialVersionUID = 1;

    public OwnException(String message) {
      super(message);
    }
  }

  private static volatile byte[] kept;
  private static final AtomicInteger STAMPS = new AtomicInteger();
  private static final AtomicInteger SET_UPS = new AtomicInteger();

  abstract String act(String input) throws Throwable;

  @Override
  public String apply(String input) {
    try {
      return act(input);
    } catch (Throwable failure) {
      throw Act.<RuntimeException>undeclared(failure);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E undeclared(Throwable failure) throws E {
    throw (E) failure;
  }

  static long pid() {
    return ProcessHandle.current().pid();
  }

  /** Whole or not at all. */
  private static void leave(String file) throws IOException {
    Path written = Files.writeString(Path.of(file + ".part"), String.valueOf(pid()));
    Path _ = Files.move(written, Path.of(file), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void writeInput(String input, DataOutput out) throws IOException {
    byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  @Override
  public String readInput(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void writeResult(String result, DataOutput out) throws IOException {
    writeInput(result, out);
  }

  @Override
  public String readResult(DataInput in) throws IOException {
    return readInput(in);
  }
}
