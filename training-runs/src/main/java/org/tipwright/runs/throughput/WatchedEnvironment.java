package org.tipwright.runs.throughput;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicLong;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.StepType;
import org.tipwright.env.random.StreamsState;
import org.tipwright.physics.NotConverged;

/** An environment that adds up the processor time spent in it. */
final class WatchedEnvironment implements EnvironmentCore {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final EnvironmentCore watched;
  private final AtomicLong nanoseconds;

  /** Watches an environment; {@code nanoseconds} may be shared by several. */
  WatchedEnvironment(EnvironmentCore watched, AtomicLong nanoseconds) {
    this.watched = watched;
    this.nanoseconds = nanoseconds;
  }

  @Override
  public ObservationSpec observationSpec() {
    return watched.observationSpec();
  }

  @Override
  public ActionSpec actionSpec() {
    return watched.actionSpec();
  }

  @Override
  public void seed(long seed) {
    watched.seed(seed);
  }

  @Override
  public void reset(float[] observation, int offset) throws NotConverged {
    long start = THREADS.getCurrentThreadCpuTime();
    try {
      watched.reset(observation, offset);
    } finally {
      nanoseconds.addAndGet(THREADS.getCurrentThreadCpuTime() - start);
    }
  }

  @Override
  public StepType step(float[] action, int actionOffset, float[] observation, int offset)
      throws NotConverged {
    long start = THREADS.getCurrentThreadCpuTime();
    try {
      return watched.step(action, actionOffset, observation, offset);
    } finally {
      nanoseconds.addAndGet(THREADS.getCurrentThreadCpuTime() - start);
    }
  }

  @Override
  public float reward() {
    return watched.reward();
  }

  @Override
  public boolean succeeded() {
    return watched.succeeded();
  }

  @Override
  public StreamsState saveStreams() {
    return watched.saveStreams();
  }

  @Override
  public void restoreStreams(StreamsState state) {
    watched.restoreStreams(state);
  }
}
