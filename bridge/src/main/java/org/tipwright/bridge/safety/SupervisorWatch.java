package org.tipwright.bridge.safety;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that calls {@link SafetySupervisor#watch} several times within each lease, a second
 * one that looks whether the first still runs, and a third that asks the instrument whether it is
 * still there. A watch that dies or hangs for longer than a lease ends in a withdrawn tip.
 */
public final class SupervisorWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SupervisorWatch.class);
  private static final int ROUNDS_PER_LEASE = 20;
  private static final int LOOKS_PER_LEASE = 4;
  private static final int PULSES_PER_LEASE = 5;

  private final SafetySupervisor supervisor;
  private final Duration lease;
  private final Thread watch;
  private final Thread guard;
  private final Thread pulse;
  private volatile long lastRound = System.nanoTime();
  private volatile boolean open = true;

  /** Starts watching, before all other threads where the system has priorities. */
  public SupervisorWatch(SafetySupervisor supervisor) {
    this.supervisor = supervisor;
    this.lease = supervisor.profile().lease();
    this.watch = start(this::watch, "safety-watch");
    this.guard = start(this::guard, "safety-guard");
    this.pulse = start(this::pulse, "safety-pulse");
  }

  @SuppressWarnings("ThreadPriorityCheck")
  private static Thread start(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.setPriority(Thread.MAX_PRIORITY);
    thread.start();
    return thread;
  }

  private void watch() {
    long round = lease.dividedBy(ROUNDS_PER_LEASE).toNanos();
    try {
      while (open) {
        supervisor.watch();
        lastRound = System.nanoTime();
        LockSupport.parkNanos(round);
      }
    } finally {
      if (open) {
        supervisor.watchFailed(new IllegalStateException("the watch ended by itself"));
      }
    }
  }

  private void pulse() {
    while (open) {
      boolean answered = supervisor.pulse();
      LockSupport.parkNanos(
          lease.dividedBy(answered ? PULSES_PER_LEASE : ROUNDS_PER_LEASE).toNanos());
    }
  }

  private void guard() {
    boolean lost = false;
    while (open) {
      LockSupport.parkNanos(lease.dividedBy(LOOKS_PER_LEASE).toNanos());
      try {
        boolean wasLost = lost;
        lost = watchIsLost();
        if (lost) {
          supervisor.unwatched(!wasLost, (System.nanoTime() - lastRound) / 1e9);
        }
      } catch (Throwable failure) {
        LOG.error("the guard of the watch failed in one round", failure);
      }
    }
  }

  /** A machine that stood still has stopped both threads: the watch may then do one round first. */
  private boolean watchIsLost() {
    long seen = lastRound;
    if (System.nanoTime() - seen <= lease.toNanos()) {
      return false;
    }
    LockSupport.parkNanos(lease.dividedBy(ROUNDS_PER_LEASE).toNanos());
    return open && lastRound == seen;
  }

  /** Ends the watch, as the last thing after the supervisor was closed. */
  @Override
  public void close() {
    open = false;
    LockSupport.unpark(watch);
    LockSupport.unpark(guard);
    LockSupport.unpark(pulse);
  }
}
