package org.tipwright.agents.ppo;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.tipwright.agents.network.ObservationScale;
import org.tipwright.env.Component;
import org.tipwright.env.ObservationSpec;

/**
 * Mean and variance of every component over all observations so far, by the parallel formula of
 * Chan, Golub and LeVeque, Am. Stat. 37 (1983) 242.
 */
final class ObservationStatistics {

  /** A component that does not vary still counts a hundredth of its scale as one deviation. */
  private static final double LEAST_DEVIATION = 0.01;

  private final List<Component> components;
  private final double[] means;
  private final double[] squares;
  private long count;

  ObservationStatistics(ObservationSpec spec) {
    this.components = spec.components();
    this.means = new double[spec.size()];
    this.squares = new double[spec.size()];
  }

  /** Takes in whole rows. */
  void add(float[] observations) {
    int size = means.length;
    int rows = observations.length / size;
    if (rows == 0) {
      return;
    }
    double[] sums = new double[size];
    for (int at = 0; at < observations.length; at += size) {
      for (int i = 0; i < size; i++) {
        sums[i] += observations[at + i];
      }
    }
    double[] deviations = new double[size];
    for (int at = 0; at < observations.length; at += size) {
      for (int i = 0; i < size; i++) {
        double off = observations[at + i] - sums[i] / rows;
        deviations[i] += off * off;
      }
    }
    double share = (double) rows / (count + rows);
    for (int i = 0; i < size; i++) {
      double shift = sums[i] / rows - means[i];
      means[i] += share * shift;
      squares[i] += deviations[i] + shift * shift * share * count;
    }
    count += rows;
  }

  /** Whether nothing was taken in yet. */
  boolean isEmpty() {
    return count == 0;
  }

  /** The map to mean 0 and deviation 1, cut off at a limit. */
  ObservationScale scale(double limit) {
    float[] middles = new float[means.length];
    float[] factors = new float[means.length];
    for (int i = 0; i < means.length; i++) {
      double least = LEAST_DEVIATION * components.get(i).scale();
      middles[i] = (float) means[i];
      factors[i] = (float) (1 / Math.sqrt(squares[i] / count + least * least));
    }
    return new ObservationScale(middles, factors, (float) limit);
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(count);
    for (int i = 0; i < means.length; i++) {
      out.writeDouble(means[i]);
      out.writeDouble(squares[i]);
    }
  }

  void restore(DataInput in) throws IOException {
    count = in.readLong();
    for (int i = 0; i < means.length; i++) {
      means[i] = in.readDouble();
      squares[i] = in.readDouble();
    }
  }
}
