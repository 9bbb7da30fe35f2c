/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.foreign.Arena;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The pool's end of one worker: the process, the {@link Link}, the socket on which both wake each
 * other, and the one call that is out. Guarded by the lock of {@link Dispatch}.
 */
final class WorkerProcess {

  /** Names of what lies in the directory of a link until the worker has found it. */
  static final String RING = "ring";

  static final String BELL = "bell";

  private final Process process;
  private final Path directory;
  private final Link link;
  private final FrameReader reader;
  private final FrameWriter writer;
  private final ServerSocketChannel door;
  private final ByteBuffer ring = ByteBuffer.allocateDirect(1);
  private final ByteBuffer rings = ByteBuffer.allocateDirect(64);
  private SocketChannel bell;
  private Call<?> call;
  private int tasks;
  private boolean admitted;
  private boolean ended;

  private WorkerProcess(Process process, Path directory, Link link, ServerSocketChannel door) {
    this.process = process;
    this.directory = directory;
    this.link = link;
    this.door = door;
    this.reader = new FrameReader(link.in());
    this.writer = new FrameWriter(link.out());
  }

  /** Where a pool and one worker meet. */
  private record Meeting(Path directory, Link link, ServerSocketChannel door) {}

  /** Starts a process; it can be given work once it has {@link #connect}ed. */
  static WorkerProcess start(List<String> command, Redirect output) throws IOException {
    return start(
        command,
        output,
        List.of("/dev/shm", System.getProperty("java.io.tmpdir"), "/tmp").stream()
            .map(Path::of)
            .distinct()
            .toList());
  }

  /**
   * The same.
   *
   * @param places directories for what both share, the best first
   */
  static WorkerProcess start(List<String> command, Redirect output, List<Path> places)
      throws IOException {
    return start(
        directory -> {
          ProcessBuilder builder = new ProcessBuilder(command);
          builder.command().add(directory.toString());
          builder.environment().put(Depth.VARIABLE, "1");
          builder.redirectOutput(output);
          builder.redirectError(output);
          return builder.start();
        },
        places);
  }

  /** Starts what is to be the worker, which finds the link in this directory. */
  interface Program {
    Process start(Path directory) throws IOException;
  }

  static WorkerProcess start(Program program, List<Path> places) throws IOException {
    Meeting meeting = meeting(places);
    try {
      return new WorkerProcess(
          program.start(meeting.directory), meeting.directory, meeting.link, meeting.door);
    } catch (IOException | RuntimeException e) {
      meeting.door.close();
      delete(meeting.directory);
      throw e;
    }
  }

  /** In memory where the system has a place for it that is neither full nor closed. */
  private static Meeting meeting(List<Path> places) throws IOException {
    List<String> failures = new ArrayList<>();
    for (Path place : places) {
      try {
        return meeting(place);
      } catch (IOException e) {
        failures.add("%s: %s".formatted(place, e.getMessage()));
      }
    }
    throw new IOException(
        "No directory takes the memory that a worker process shares (%s): make room in one of them."
            .formatted(String.join("; ", failures)));
  }

  private static Meeting meeting(Path place) throws IOException {
    Path directory = Files.createTempDirectory(place.toAbsolutePath(), "lockstep-");
    ServerSocketChannel door = null;
    try {
      // The memory is unmapped when nobody can use it any more, which the garbage collector knows.
      Link link = Link.create(directory.resolve(RING), Arena.ofAuto());
      door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      door.bind(UnixDomainSocketAddress.of(directory.resolve(BELL))); // a long name is refused
      door.configureBlocking(false);
      return new Meeting(directory, link, door);
    } catch (IOException | RuntimeException e) {
      if (door != null) {
        door.close();
      }
      delete(directory);
      throw e;
    }
  }

  private static void delete(Path directory) {
    try {
      Files.deleteIfExists(directory.resolve(RING));
      Files.deleteIfExists(directory.resolve(BELL));
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      // it lies in a temporary directory
    }
  }

  /** Of the link, while the worker has not found it yet. */
  Path directory() {
    return directory;
  }

  Process process() {
    return process;
  }

  long pid() {
    return process.pid();
  }

  void listen(Selector selector) throws IOException {
    door.register(selector, SelectionKey.OP_ACCEPT, this);
  }

  /** Takes the worker's connection if it is there; nobody else can come after it. */
  boolean connect(Selector selector) throws IOException {
    SocketChannel connection = door.accept();
    if (connection == null) {
      return false;
    }
    door.close();
    connection.configureBlocking(false);
    connection.register(selector, SelectionKey.OP_READ, this);
    bell = connection;
    return true;
  }

  boolean connected() {
    return bell != null;
  }

  /** Takes the bytes that woke the pool. */
  void answerBell() {
    try {
      rings.clear();
      if (bell.read(rings) < 0) {
        bell.close();
      }
    } catch (IOException e) {
      hangUp();
    }
  }

  /** Neither deletes files that are needed nor waits. */
  void hangUp() {
    try {
      door.close();
      if (bell != null) {
        bell.close();
      }
    } catch (IOException e) {
      // closed as far as it can be
    }
    delete(directory);
  }

  /** The call that is out, or null. */
  Call<?> call() {
    return call;
  }

  void forget() {
    call = null;
  }

  /** Puts a call on its way. */
  void send(Call<?> next) {
    call = next;
    next.runsOn(this);
    writer.begin(next.frame());
    ringIfMoved(writer.advance());
  }

  void sendEnd() {
    ended = true;
    writer.begin(Frame.bare(0, Frame.END));
    ringIfMoved(writer.advance());
  }

  /** Whether it was told to end. */
  boolean ended() {
    return ended;
  }

  /** Moves what can be moved; the answer if it is complete, else null. */
  Frame advance() {
    try {
      boolean moved = writer.advance();
      moved |= reader.advance();
      ringIfMoved(moved);
      return reader.take();
    } catch (IOException e) {
      kill(); // what it sends is no frame
      return null;
    }
  }

  private void ringIfMoved(boolean moved) {
    if (moved && link.mustRing()) {
      try {
        ring.clear();
        bell.write(ring);
      } catch (IOException e) {
        // it has died: that is heard from its process
      }
    }
  }

  void crowded(boolean crowded) {
    link.crowded(crowded);
  }

  void announceSleep() {
    link.announceSleep();
  }

  void awake() {
    link.awake();
  }

  void countTask() {
    tasks++;
  }

  int tasks() {
    return tasks;
  }

  /** It can be given tasks from now on. */
  void admit() {
    admitted = true;
  }

  boolean admitted() {
    return admitted;
  }

  /** Ends it at once; that it has ended is heard later. */
  void kill() {
    Process _ = process.destroyForcibly();
  }
}
