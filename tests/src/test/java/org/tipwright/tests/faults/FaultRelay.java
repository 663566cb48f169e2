package org.tipwright.tests.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line between two processes that can be made to fail: connections to its port go on to another.
 * Stalled means that nothing passes and nothing is closed, as when packets are dropped.
 */
final class FaultRelay implements AutoCloseable {

  /** What becomes of what comes in. */
  enum Mode {
    /** It passes. */
    PASS,
    /** It waits; nothing is closed. What waited passes when the line is whole again. */
    STALL,
    /** Of what the called side sends, a few bytes pass, and then nothing more. */
    FREEZE_MID_BODY,
    /** What the called side sends is changed. */
    GARBLE,
    /** Connections are closed, and new ones as well. */
    CUT
  }

  private static final int BYTES_BEFORE_FREEZE = 43;
  private static final long STALL_MILLIS = 2;

  private final ServerSocket listener;
  private volatile int target;
  private final byte[] needle;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile Mode mode = Mode.PASS;
  private final AtomicInteger untilFrozen = new AtomicInteger();
  private final List<Long> needleNanos = new CopyOnWriteArrayList<>();
  private volatile boolean open = true;

  /**
   * Listens on a free port of this machine.
   *
   * @param target port on this machine
   * @param needle each time that the calling side sends this is kept
   */
  FaultRelay(int target, String needle) throws IOException {
    this.target = target;
    this.needle = needle.getBytes(StandardCharsets.US_ASCII);
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** From now on. */
  void set(Mode next) {
    untilFrozen.set(BYTES_BEFORE_FREEZE);
    mode = next;
    if (next == Mode.CUT) {
      hangUp();
    }
  }

  /** Nothing passes for a while; then all that waited does. */
  void stallFor(Duration time) {
    set(Mode.STALL);
    start(
        () -> {
          try {
            Thread.sleep(time.toMillis());
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
          }
          set(Mode.PASS);
        });
  }

  /** From now on connections go on to another port. */
  void leadTo(int port) {
    target = port;
  }

  /** Forgets when the needle was seen. */
  void forget() {
    needleNanos.clear();
  }

  /** When the needle went past first at or after a moment, as {@code System.nanoTime}. */
  OptionalLong needleSince(long nanos) {
    return needleNanos.stream().mapToLong(n -> n).filter(n -> n - nanos >= 0).min();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "fault-relay");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (open) {
      try {
        Socket caller = listener.accept();
        if (mode == Mode.CUT) {
          reset(caller);
          continue;
        }
        start(() -> connect(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket caller) {
    try {
      awaitPassage();
      Socket called = new Socket();
      called.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 5000);
      caller.setTcpNoDelay(true);
      called.setTcpNoDelay(true);
      sockets.add(caller);
      sockets.add(called);
      start(() -> pump(caller, called, true));
      pump(called, caller, false);
    } catch (IOException unreachable) {
      reset(caller);
    }
  }

  private void awaitPassage() throws IOException {
    while (open
        && (mode == Mode.STALL || (mode == Mode.FREEZE_MID_BODY && untilFrozen.get() <= 0))) {
      try {
        Thread.sleep(STALL_MILLIS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IOException(interrupted);
      }
    }
  }

  private void pump(Socket from, Socket to, boolean request) {
    byte[] bytes = new byte[8192];
    int matched = 0;
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      int count;
      while ((count = in.read(bytes)) >= 0) {
        if (mode == Mode.STALL) {
          awaitPassage();
        }
        if (request) {
          matched = look(bytes, count, matched);
          out.write(bytes, 0, count);
        } else {
          answer(out, bytes, count);
        }
        out.flush();
      }
    } catch (IOException closed) {
      // As it would be without a relay.
    } finally {
      reset(from);
      reset(to);
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private void answer(OutputStream out, byte[] bytes, int count) throws IOException {
    if (mode == Mode.GARBLE) {
      for (int i = 0; i < count; i++) {
        bytes[i] ^= (byte) 0x5A;
      }
    }
    int passed = count;
    if (mode == Mode.FREEZE_MID_BODY) {
      passed = Math.max(0, Math.min(count, untilFrozen.get()));
      untilFrozen.addAndGet(-passed);
    }
    out.write(bytes, 0, passed);
    out.flush();
    if (passed < count) {
      awaitPassage();
      out.write(bytes, passed, count - passed);
    }
  }

  /** Looks for the needle, also across two pieces. */
  private int look(byte[] bytes, int count, int matchedBefore) {
    int matched = matchedBefore;
    for (int i = 0; i < count; i++) {
      matched = bytes[i] == needle[matched] ? matched + 1 : bytes[i] == needle[0] ? 1 : 0;
      if (matched == needle.length) {
        matched = 0;
        needleNanos.add(System.nanoTime());
      }
    }
    return matched;
  }

  private void hangUp() {
    sockets.forEach(FaultRelay::reset);
  }

  private static void reset(Socket socket) {
    try {
      if (!socket.isClosed()) {
        socket.setSoLinger(true, 0);
      }
      socket.close();
    } catch (IOException alreadyGone) {
      // Closed is closed.
    }
  }

  @Override
  public void close() throws IOException {
    open = false;
    listener.close();
    hangUp();
  }
}
