/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.fanout;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** By what a request blocks. */
public enum Io {

  /** {@link Thread#sleep(Duration)}. */
  SLEEP {
    @Override
    public Latency open(Duration latency) {
      return new Sleep(latency);
    }

    @Override
    public int atOnce() {
      return Integer.MAX_VALUE;
    }
  },

  /** A read from a pipe of the operating system that somebody else writes to after the latency. */
  PIPE {
    @Override
    public Latency open(Duration latency) {
      return new Pipes(latency);
    }
  },

  /**
   * A read from a connection over the loopback interface, to a server with one thread that answers
   * after the latency.
   */
  SOCKET {
    @Override
    public Latency open(Duration latency) throws IOException {
      return Sockets.open(latency);
    }
  };

  /** What everything else in a JVM has open. */
  private static final int OTHERS = 512;

  /** Opens it; whoever closes it has no request under way. */
  public abstract Latency open(Duration latency) throws IOException;

  /**
   * How many requests this process may have under way at one time. Those that use descriptors need
   * two each, since both ends lie in this process.
   */
  public int atOnce() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? Math.clamp((unix.getMaxFileDescriptorCount() - OTHERS) / 2, 0, 1 << 20)
        : 1000;
  }

  private record Sleep(Duration latency) implements Latency {

    @Override
    public int request(int number) throws InterruptedException {
      Thread.sleep(latency);
      return number;
    }

    @Override
    public void close() {}
  }
}
