package org.tipwright.bridge.microscope;

import java.util.concurrent.locks.LockSupport;

/** Keeps a microscope's simulation up to instrument time while nobody asks. */
public final class MicroscopePacer implements AutoCloseable {

  private static final long PAUSE_NANOS = 500_000;

  private final Thread thread;
  private volatile boolean closed;

  /** Starts at once. */
  public MicroscopePacer(Microscope microscope) {
    thread =
        new Thread(
            () -> {
              while (!closed) {
                microscope.catchUp();
                LockSupport.parkNanos(PAUSE_NANOS);
              }
            },
            "microscope");
    thread.setDaemon(true);
    thread.start();
  }

  /** Ends it and waits until it has. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
