package org.tipwright.bridge.safety;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that calls {@link SafetySupervisor#watch} several times within each lease. If it dies,
 * the tip is withdrawn; if it hangs, the next command finds out.
 */
public final class SupervisorWatch implements AutoCloseable {

  private static final int ROUNDS_PER_LEASE = 20;

  private final SafetySupervisor supervisor;
  private final Thread thread;
  private volatile boolean open = true;

  /** Starts watching, before all other threads where the system has priorities. */
  @SuppressWarnings("ThreadPriorityCheck")
  public SupervisorWatch(SafetySupervisor supervisor) {
    this.supervisor = supervisor;
    this.thread = new Thread(this::run, "safety-watch");
    thread.setDaemon(true);
    thread.setPriority(Thread.MAX_PRIORITY);
    thread.start();
  }

  private void run() {
    Duration round = supervisor.profile().lease().dividedBy(ROUNDS_PER_LEASE);
    try {
      while (open) {
        supervisor.watch();
        LockSupport.parkNanos(round.toNanos());
      }
    } finally {
      if (open) {
        supervisor.watchFailed(new IllegalStateException("the watch ended by itself"));
      }
    }
  }

  /** Ends the watch, as the last thing after the supervisor was closed. */
  @Override
  public void close() {
    open = false;
    LockSupport.unpark(thread);
  }
}
