package org.tipwright.bridge.safety;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread that calls {@link SafetySupervisor#lookForChanges} about every second. Not that of
 * {@link SupervisorWatch}, which never waits for the instrument.
 */
public final class SettingsWatch implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final SafetySupervisor supervisor;
  private final Thread thread;
  private volatile boolean open = true;

  /** Starts watching. */
  public SettingsWatch(SafetySupervisor supervisor) {
    this.supervisor = supervisor;
    this.thread = new Thread(this::watch, "settings-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    while (open) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      if (open) {
        supervisor.lookForChanges();
      }
    }
  }

  /** Ends the watch. */
  @Override
  public void close() {
    open = false;
    LockSupport.unpark(thread);
  }
}
