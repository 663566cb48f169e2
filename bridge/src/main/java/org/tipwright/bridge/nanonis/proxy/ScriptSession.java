package org.tipwright.bridge.nanonis.proxy;

import java.util.concurrent.atomic.AtomicLong;
import org.tipwright.bridge.safety.Refusal;
import org.tipwright.bridge.safety.SafetySupervisor;
import org.tipwright.bridge.safety.Ticket;

/**
 * One connection of a script. Its first command that is no reading takes the lease, which it keeps
 * as long as the connection lives.
 */
final class ScriptSession {

  private final SafetySupervisor supervisor;
  private final String name;
  private final boolean dryRun;
  private final AtomicLong sequence = new AtomicLong();
  private final AtomicLong readings = new AtomicLong();
  private volatile long heardAt = System.nanoTime();
  private volatile boolean working;
  private volatile boolean gone;
  private volatile String lease = "";

  ScriptSession(SafetySupervisor supervisor, String name, boolean dryRun) {
    this.supervisor = supervisor;
    this.name = name;
    this.dryRun = dryRun;
  }

  String name() {
    return name;
  }

  /** A command of it is begun. */
  void begins() {
    working = true;
  }

  /** That command was answered. */
  void ends() {
    heardAt = System.nanoTime();
    working = false;
  }

  /** For how long it has said nothing while nothing was done for it. */
  long silentNanos() {
    return working ? 0 : System.nanoTime() - heardAt;
  }

  void countReading() {
    readings.incrementAndGet();
  }

  /** Readings so far: they are counted, not kept. */
  long readings() {
    return readings.get();
  }

  /** Whether the connection is no more. */
  boolean gone() {
    return gone;
  }

  /** Its lease; empty if it holds none. */
  String lease() {
    return lease;
  }

  /** What it shows with its next command; takes the lease if it has none. */
  Ticket ticket() throws Refusal {
    if (lease.isEmpty()) {
      String taken = supervisor.acquireLease(name, dryRun);
      lease = taken;
      if (gone) {
        forget();
        supervisor.releaseLease(taken);
      }
    }
    return new Ticket(lease, sequence.incrementAndGet(), () -> gone);
  }

  /** The lease is lost. */
  void forget() {
    lease = "";
    sequence.set(0);
  }

  /**
   * The connection is no more.
   *
   * @return the lease that it held, or nothing
   */
  String hangUp() {
    gone = true;
    String held = lease;
    forget();
    return held;
  }
}
