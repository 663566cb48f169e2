package org.tipwright.bridge.watchdog;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.instrument.Retreat;

/** A tip that comes up when ordered, unless it is stuck or the line is dead. */
final class FakeRetreat implements Retreat {

  final AtomicInteger orders = new AtomicInteger();
  volatile boolean up = true;
  volatile boolean stuck;
  volatile boolean dead;
  volatile boolean closed;

  @Override
  public void order() throws InstrumentException {
    if (dead) {
      throw new InstrumentException("the line is dead");
    }
    orders.incrementAndGet();
    if (!stuck) {
      up = true;
    }
  }

  @Override
  public boolean withdrawn() throws InstrumentException {
    if (dead) {
      throw new InstrumentException("the line is dead");
    }
    return up;
  }

  @Override
  public Duration longest() {
    return Duration.ofMillis(50);
  }

  @Override
  public void close() {
    closed = true;
  }
}
