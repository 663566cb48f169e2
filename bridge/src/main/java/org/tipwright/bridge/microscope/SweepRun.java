package org.tipwright.bridge.microscope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One spectroscopy under way: goes from point to point, settles, integrates, forth and back. */
final class SweepRun {

  /** What is swept. */
  interface Lever {
    /** Starts towards a value. */
    void to(double value);

    /** Whether it is there. */
    boolean arrived();
  }

  /**
   * One point of a sweep.
   *
   * @param value of the lever
   * @param settlingSeconds before it is measured
   * @param integrationSeconds over which it is averaged
   */
  record Point(double value, double settlingSeconds, double integrationSeconds) {}

  private final SignalTable signals;
  private final Lever lever;
  private final List<Point> points;
  private final List<Integer> channels;
  private final boolean backward;
  private final int sweeps;
  private final double[][] sum;
  private final int[][] count;
  private final double[] integral;
  private double integratedSeconds;
  private double waitSeconds;
  private boolean going;
  private int index;
  private int sweep;
  private boolean back;
  private boolean begun;
  private boolean finished;

  SweepRun(
      SignalTable signals,
      Lever lever,
      List<Point> points,
      List<Integer> channels,
      boolean backward,
      int sweeps) {
    this.signals = signals;
    this.lever = lever;
    this.points = List.copyOf(points);
    this.channels = List.copyOf(channels);
    this.backward = backward;
    this.sweeps = sweeps;
    this.sum = new double[2 * channels.size()][points.size()];
    this.count = new int[2][points.size()];
    this.integral = new double[channels.size()];
    go();
  }

  /** Takes in the signals of a step. */
  void step(double seconds) {
    if (finished) {
      return;
    }
    if (going) {
      going = !lever.arrived();
      begun |= !going;
      return;
    }
    if (waitSeconds > 0) {
      waitSeconds -= seconds;
      return;
    }
    for (int i = 0; i < integral.length; i++) {
      integral[i] += signals.now(channels.get(i)) * seconds;
    }
    integratedSeconds += seconds;
    if (integratedSeconds >= points.get(index).integrationSeconds() * (1 - 1e-9)) {
      finishPoint();
    }
  }

  private void finishPoint() {
    int direction = back ? 1 : 0;
    for (int i = 0; i < integral.length; i++) {
      sum[2 * i + direction][index] += integral[i] / integratedSeconds;
    }
    count[direction][index]++;
    Arrays.fill(integral, 0);
    integratedSeconds = 0;
    boolean ended = back ? index == 0 : index == points.size() - 1;
    if (!ended) {
      index += back ? -1 : 1;
    } else if (backward && !back) {
      back = true;
    } else if (++sweep < sweeps) {
      back = false;
      index = 0;
    } else {
      finished = true;
      return;
    }
    go();
  }

  private void go() {
    waitSeconds = points.get(index).settlingSeconds();
    going = true;
    lever.to(points.get(index).value());
  }

  /** Whether the first point was reached. */
  boolean begun() {
    return begun;
  }

  boolean finished() {
    return finished;
  }

  /** Turns round, or ends if it was on its way back already. */
  void reverse() {
    if (back || !backward) {
      finished = true;
    } else {
      back = true;
    }
  }

  void end() {
    finished = true;
  }

  /**
   * The points, then each channel forward, then each channel backward; NaN where none was taken.
   */
  SpectrumData data(String leverName, double unitsToSi) {
    SpectrumData data = new SpectrumData(points.size());
    data.add(leverName, scaled(unitsToSi));
    for (int direction = 0; direction < (backward ? 2 : 1); direction++) {
      for (int i = 0; i < channels.size(); i++) {
        float[] row = new float[points.size()];
        for (int p = 0; p < row.length; p++) {
          row[p] = (float) (sum[2 * i + direction][p] / count[direction][p]);
        }
        String name = SignalTable.allNames().get(channels.get(i));
        data.add(direction == 0 ? name : backwardName(name), row);
      }
    }
    return data;
  }

  /** {@code "Current (A)"} backward is {@code "Current [bwd] (A)"}. */
  private static String backwardName(String name) {
    int unit = name.lastIndexOf(" (");
    return name.substring(0, unit) + " [bwd]" + name.substring(unit);
  }

  private float[] scaled(double unitsToSi) {
    float[] row = new float[points.size()];
    for (int p = 0; p < row.length; p++) {
      row[p] = (float) (points.get(p).value() * unitsToSi);
    }
    return row;
  }

  /**
   * Equidistant points; the first one settles longer.
   *
   * @param initialSeconds by which it does
   */
  static List<Point> line(
      double from,
      double to,
      int count,
      double initialSeconds,
      double settling,
      double integration) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double value = count == 1 ? from : from + (to - from) * i / (count - 1);
      points.add(new Point(value, i == 0 ? initialSeconds + settling : settling, integration));
    }
    return points;
  }
}
