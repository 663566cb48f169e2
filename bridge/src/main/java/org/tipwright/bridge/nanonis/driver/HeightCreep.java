package org.tipwright.bridge.nanonis.driver;

import java.util.ArrayList;
import java.util.List;

/**
 * What the creep of z makes of a height that the feedback holds over a surface at rest.
 *
 * <p>After a way of length L a piezo goes on by {@code γ L log₁₀ t}, and all ways superpose. Ways
 * between the upper end of z and the surface are about as long as each other, so with b for each of
 * them a height is {@code a + b Σ ± ln(t − tₖ)}, landings counted with plus and withdrawals with
 * minus. The coefficient b is fitted to heights read while waiting for rest, and taken off the
 * difference of two heights read at different times.
 */
final class HeightCreep {

  /** What was before has passed by now. */
  private static final int WAYS = 40;

  private static final double SOONEST_SECONDS = 1e-3;

  /** A fit over less than this is noise. */
  private static final double LEAST_SPAN = 0.5;

  private record Way(int sign, long nanos) {}

  private final List<Way> ways = new ArrayList<>();
  private final List<double[]> readings = new ArrayList<>();
  private boolean down;
  private double fittedSpan;
  private double perEFold;

  /** The tip is at the surface, at a new place or from the upper end of z. */
  synchronized void landed(long nanos) {
    readings.clear();
    if (!down) {
      go(1, nanos);
    }
  }

  /** It has gone back there. */
  synchronized void withdrawn(long nanos) {
    if (down) {
      go(-1, nanos);
    }
  }

  private void go(int sign, long nanos) {
    down = sign > 0;
    if (ways.size() == WAYS) {
      ways.remove(0);
    }
    ways.add(new Way(sign, nanos));
  }

  /** A height in Å was read over one place, at rest but for creep. */
  synchronized void read(double heightAngstrom, long nanos) {
    readings.add(new double[] {logTime(nanos), heightAngstrom});
    double span = logTime(nanos) - readings.get(0)[0];
    // The longest wait says most.
    if (span >= Math.max(LEAST_SPAN, fittedSpan)) {
      fittedSpan = span;
      perEFold = slope();
    }
  }

  private double slope() {
    double meanX = readings.stream().mapToDouble(r -> r[0]).average().orElseThrow();
    double meanY = readings.stream().mapToDouble(r -> r[1]).average().orElseThrow();
    double product = readings.stream().mapToDouble(r -> (r[0] - meanX) * (r[1] - meanY)).sum();
    return product / readings.stream().mapToDouble(r -> (r[0] - meanX) * (r[0] - meanX)).sum();
  }

  /** The sum of logarithms, to be kept with a height that is read now. */
  synchronized double logTime(long nanos) {
    double sum = 0;
    for (Way way : ways) {
      sum += way.sign() * Math.log(Math.max((nanos - way.nanos()) / 1e9, SOONEST_SECONDS));
    }
    return sum;
  }

  /** By how much a height has grown by creep alone between two such sums, in Å. */
  synchronized double between(double logTime, double laterLogTime) {
    return perEFold * (laterLogTime - logTime);
  }
}
