package org.tipwright.runs.throughput;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import org.tipwright.physics.NotConverged;

/**
 * Times a workload on the thread that calls: first unmeasured, until the program is compiled, then
 * several times for the same time each. Counts the thread's own processor time, so that what else
 * the machine does changes little.
 *
 * @param warmUpSeconds how long it runs before anything is measured
 * @param seconds how long each repetition lasts at least
 * @param repetitions how many there are
 */
public record Stopwatch(double warmUpSeconds, double seconds, int repetitions) {

  private static final double NANOSECONDS = 1e9;
  private static final int CALLS_PER_LOOK = 16;

  public Stopwatch {
    if (!(warmUpSeconds >= 0) || !(seconds > 0) || repetitions < 1) {
      throw new IllegalArgumentException(
          "cannot time " + repetitions + " repetitions of " + seconds + " s");
    }
  }

  /**
   * Median over the repetitions, of calls per second of processor time.
   *
   * @throws NotConverged if the workload does
   */
  public double callsPerSecond(Workload workload) throws NotConverged {
    if (warmUpSeconds > 0) {
      rate(workload, warmUpSeconds);
    }
    double[] rates = new double[repetitions];
    for (int i = 0; i < repetitions; i++) {
      rates[i] = rate(workload, seconds);
    }
    Arrays.sort(rates);
    return (rates[(repetitions - 1) / 2] + rates[repetitions / 2]) / 2;
  }

  private static double rate(Workload workload, double atLeastSeconds) throws NotConverged {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    long calls = 0;
    double elapsed;
    do {
      for (int i = 0; i < CALLS_PER_LOOK; i++) {
        workload.run();
      }
      calls += CALLS_PER_LOOK;
      elapsed = (threads.getCurrentThreadCpuTime() - start) / NANOSECONDS;
    } while (elapsed < atLeastSeconds);
    return calls / elapsed;
  }
}
