package org.tipwright.tests.faults;

import java.util.concurrent.locks.LockSupport;
import org.tipwright.bridge.microscope.MicroscopeTruth;

/**
 * Follows the true height of the tip over the metal, every few milliseconds, and keeps the lowest
 * since a moment.
 */
final class TipTrace implements AutoCloseable {

  private static final long ROUND_NANOS = 5_000_000;

  private final MicroscopeTruth truth;
  private final Thread thread;
  private volatile double lowestAngstrom = Double.POSITIVE_INFINITY;
  private volatile double atMarkAngstrom;
  private volatile boolean open = true;

  TipTrace(MicroscopeTruth truth) {
    this.truth = truth;
    this.thread = new Thread(this::follow, "tip-trace");
    thread.setDaemon(true);
    thread.start();
  }

  private void follow() {
    while (open) {
      double height = truth.now().metalAngstrom();
      synchronized (this) {
        lowestAngstrom = Math.min(lowestAngstrom, height);
      }
      LockSupport.parkNanos(ROUND_NANOS);
    }
  }

  /** From now on. */
  synchronized void mark() {
    atMarkAngstrom = truth.now().metalAngstrom();
    lowestAngstrom = atMarkAngstrom;
  }

  /** How far it has come down below where it was at the mark, in Å. */
  synchronized double overTravelAngstrom() {
    return atMarkAngstrom - lowestAngstrom;
  }

  @Override
  public void close() {
    open = false;
    LockSupport.unpark(thread);
  }
}
