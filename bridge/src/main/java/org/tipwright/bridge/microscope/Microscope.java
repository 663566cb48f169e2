package org.tipwright.bridge.microscope;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tipwright.bridge.safety.MonotonicClock;

/**
 * The simulated microscope for many threads. A {@link MicroscopePacer} makes time pass, and so does
 * whoever asks. Many steps are worked off in short portions, between which other threads get their
 * turn: an order waits for one portion, however far the simulation has fallen behind.
 */
public final class Microscope {

  private static final int STEPS_AT_ONCE = 20;
  private static final long PORTION_NANOS = 2_000_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition passed = lock.newCondition();
  private final Controller controller;
  private final InstrumentClock clock;
  private volatile Consumer<Controller> follower = state -> {};

  /**
   * A microscope that starts withdrawn, its feedback off.
   *
   * @param seed of everything hidden
   * @param wall the clock behind instrument time
   * @param timeScale how much faster than it instrument time is
   */
  public Microscope(
      MicroscopeSettings settings,
      long seed,
      Session session,
      MonotonicClock wall,
      double timeScale) {
    this.controller = new Controller(settings, seed, session);
    this.clock = new InstrumentClock(wall, timeScale, settings.patienceSeconds());
  }

  /** Asks for something. */
  public <T> T ask(Function<Controller, T> question) {
    boolean unused = catchUpSome();
    lock.lock();
    try {
      return question.apply(controller);
    } finally {
      lock.unlock();
    }
  }

  /** Does something now. */
  public void tell(Consumer<Controller> order) {
    boolean unused = catchUpSome();
    lock.lock();
    try {
      order.accept(controller);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until something is so.
   *
   * @param timeoutMillis wall time to wait at most; −1 for ever
   * @return whether it is so
   */
  public boolean await(Predicate<Controller> condition, long timeoutMillis)
      throws InterruptedException {
    long start = clock.wallNanos();
    while (true) {
      if (ask(condition::test)) {
        return true;
      }
      if (timeoutMillis >= 0 && clock.wallNanos() - start >= timeoutMillis * NANOS_PER_MILLI) {
        return false;
      }
      lock.lockInterruptibly();
      try {
        boolean unused = passed.await(1, TimeUnit.MILLISECONDS);
      } finally {
        lock.unlock();
      }
    }
  }

  /** Lets the simulation come up to instrument time. */
  void catchUp() {
    while (!catchUpSome()) {
      Thread.onSpinWait();
    }
  }

  private boolean catchUpSome() {
    lock.lock();
    try {
      clock.keepTo(controller.seconds());
      double now = clock.seconds();
      long began = System.nanoTime();
      for (int i = 0; i < STEPS_AT_ONCE; i++) {
        double step = controller.stepSeconds();
        // A hair's breadth, so that rounding costs no step.
        if (controller.seconds() + step > now + 1e-9) {
          passed.signalAll();
          return true;
        }
        controller.step(step);
        follower.accept(controller);
        if (System.nanoTime() - began > PORTION_NANOS) {
          return false;
        }
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Instrument time that passed without being simulated, for want of speed, in s. */
  public double lostSeconds() {
    lock.lock();
    try {
      return clock.lostSeconds();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Shows somebody the microscope after each of its steps from now on, in the place of who did so
   * before; no step is left out. The microscope stands still meanwhile.
   */
  public void follow(Consumer<Controller> each) {
    follower = each;
  }

  /** What no client can see. */
  public MicroscopeTruth truth() {
    return new MicroscopeTruth(this);
  }
}
