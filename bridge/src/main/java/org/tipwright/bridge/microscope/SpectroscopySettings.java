package org.tipwright.bridge.microscope;

import java.util.ArrayList;
import java.util.List;

/** How a bias spectroscopy goes. */
public final class SpectroscopySettings {

  /**
   * What is swept.
   *
   * @param saveAll whether single sweeps are kept
   * @param sweeps that are averaged
   * @param backward whether each sweep also goes back
   * @param points per sweep
   * @param autosave whether it is saved
   * @param dialog whether the operator is asked before that
   */
  public record Sweeping(
      boolean saveAll, int sweeps, boolean backward, int points, boolean autosave, boolean dialog) {

    public Sweeping {
      Ranges.within("sweeps", sweeps, 1, 1000);
      Ranges.within("points", points, 2, MOST_POINTS);
    }
  }

  /**
   * What happens around the sweep.
   *
   * @param resetsBias whether the bias goes back to where it was
   * @param zHold whether the feedback is held
   * @param recordsFinalZ whether z is averaged at the end
   * @param runsLockIn whether the lock-in is on only during the sweep
   */
  public record Around(
      boolean resetsBias, boolean zHold, boolean recordsFinalZ, boolean runsLockIn) {}

  /** How the time is spent; all in s but for the tip's offset and the slew. */
  public record Timing(
      double zAverageSeconds,
      double zOffsetAngstrom,
      double initialSettlingSeconds,
      double slewVoltPerSecond,
      double settlingSeconds,
      double integrationSeconds,
      double endSettlingSeconds,
      double zControlSeconds) {

    public Timing {
      checkTime(zAverageSeconds);
      Ranges.within("z offset (Å)", zOffsetAngstrom, -1e4, 1e4);
      checkTime(initialSettlingSeconds);
      Ranges.positive("slew (V/s)", slewVoltPerSecond);
      checkTime(settlingSeconds);
      checkTime(integrationSeconds);
      checkTime(endSettlingSeconds);
      checkTime(zControlSeconds);
    }

    /** The same with another offset of the tip. */
    public Timing withOffset(double angstrom) {
      return new Timing(
          zAverageSeconds,
          angstrom,
          initialSettlingSeconds,
          slewVoltPerSecond,
          settlingSeconds,
          integrationSeconds,
          endSettlingSeconds,
          zControlSeconds);
    }
  }

  /**
   * Another set-point before the sweep.
   *
   * @param on whether it is used
   * @param setpointNanoampere in nA
   * @param settlingSeconds for which the feedback may settle on it
   */
  public record Alternate(boolean on, double setpointNanoampere, double settlingSeconds) {

    public Alternate {
      Ranges.positive("set-point (nA)", setpointNanoampere);
      checkTime(settlingSeconds);
    }
  }

  /** A segment of a sweep in several. */
  public record Segment(
      double startVolt,
      double endVolt,
      double initialSettlingSeconds,
      double settlingSeconds,
      double integrationSeconds,
      int steps,
      boolean lockIn) {

    public Segment {
      checkVolt(startVolt);
      checkVolt(endVolt);
      checkTime(initialSettlingSeconds);
      checkTime(settlingSeconds);
      checkTime(integrationSeconds);
      Ranges.within("steps", steps, 1, MOST_POINTS);
    }
  }

  private static final int MOST_POINTS = 20_000;

  private double startVolt = -0.1;
  private double endVolt = 0.1;
  private Sweeping sweeping = new Sweeping(false, 1, false, 128, true, false);
  private Around around = new Around(true, true, false, false);
  private Timing timing = new Timing(0.05, 0, 0.05, 10, 0.002, 0.005, 0.05, 0.2);
  private Alternate alternate = new Alternate(false, 0.02, 0.1);
  private boolean revertsOffset = true;
  private boolean segmented;
  private List<Segment> segments = List.of(new Segment(-0.1, 0.1, 0.05, 0.002, 0.005, 128, false));
  private List<Integer> channels = List.of(SignalTable.CURRENT, SignalTable.LOCK_IN);

  private static void checkTime(double seconds) {
    Ranges.within("a time (s)", seconds, 0, 1000);
  }

  private static void checkVolt(double volt) {
    Ranges.within("bias (V)", volt, -10, 10);
  }

  List<SweepRun.Point> points() {
    if (!segmented) {
      return SweepRun.line(
          startVolt,
          endVolt,
          sweeping.points,
          timing.initialSettlingSeconds,
          timing.settlingSeconds,
          timing.integrationSeconds);
    }
    List<SweepRun.Point> points = new ArrayList<>();
    for (Segment segment : segments) {
      points.addAll(
          SweepRun.line(
              segment.startVolt,
              segment.endVolt,
              segment.steps,
              segment.initialSettlingSeconds,
              segment.settlingSeconds,
              segment.integrationSeconds));
    }
    return points;
  }

  /** First bias, in V. */
  public double startVolt() {
    return startVolt;
  }

  /** Last bias, in V. */
  public double endVolt() {
    return endVolt;
  }

  /** Sets first and last bias. */
  public void setLimits(double start, double end) {
    checkVolt(start);
    checkVolt(end);
    startVolt = start;
    endVolt = end;
  }

  /** What is swept. */
  public Sweeping sweeping() {
    return sweeping;
  }

  /** Sets what is swept. */
  public void set(Sweeping settings) {
    sweeping = settings;
  }

  /** What happens around the sweep. */
  public Around around() {
    return around;
  }

  /** Sets what happens around the sweep. */
  public void set(Around settings) {
    around = settings;
  }

  /** How the time is spent. */
  public Timing timing() {
    return timing;
  }

  /** Sets how the time is spent. */
  public void set(Timing settings) {
    timing = settings;
  }

  /** Another set-point before the sweep. */
  public Alternate alternate() {
    return alternate;
  }

  /** Sets another set-point before the sweep. */
  public void set(Alternate settings) {
    alternate = settings;
  }

  /** Whether the tip's offset is taken back after the sweep. */
  public boolean revertsOffset() {
    return revertsOffset;
  }

  /** Sets whether the tip's offset is taken back after the sweep. */
  public void setRevertsOffset(boolean reverts) {
    revertsOffset = reverts;
  }

  /** Whether the sweep is made of segments. */
  public boolean segmented() {
    return segmented;
  }

  /** Sets whether the sweep is made of segments. */
  public void setSegmented(boolean bySegments) {
    segmented = bySegments;
  }

  /** The segments. */
  public List<Segment> segments() {
    return segments;
  }

  /** Sets the segments, at least one. */
  public void setSegments(List<Segment> wanted) {
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("a sweep has at least one segment");
    }
    double points = wanted.stream().mapToDouble(Segment::steps).sum();
    Ranges.within("points of all segments", points, 1, MOST_POINTS);
    segments = List.copyOf(wanted);
  }

  /** Indexes of the recorded signals. */
  public List<Integer> channels() {
    return channels;
  }

  /** Chooses the recorded signals. */
  public void setChannels(List<Integer> indexes) {
    SignalTable.checkAll(indexes);
    channels = List.copyOf(indexes);
  }
}
