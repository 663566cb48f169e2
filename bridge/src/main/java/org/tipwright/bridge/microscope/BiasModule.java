package org.tipwright.bridge.microscope;

import java.util.List;

/** The bias: every change takes its time, pulses included. */
public final class BiasModule {

  private static final List<String> RANGES = List.of("+/- 10 V", "+/- 1 V", "+/- 0.1 V");
  private static final double[] LIMIT_VOLT = {10, 1, 0.1};

  private final double slewVoltPerSecond;
  private final double hiddenOffsetVolt;
  private double target;
  private double value;
  private double calibration = 1;
  private double offset;
  private int range;
  private double pulseSeconds;
  private double pulseVolt;
  private boolean pulsed;
  private double sweepVolt = Double.NaN;

  BiasModule(double volt, double slewVoltPerSecond, double hiddenOffsetVolt) {
    this.target = volt;
    this.value = volt;
    this.slewVoltPerSecond = slewVoltPerSecond;
    this.hiddenOffsetVolt = hiddenOffsetVolt;
  }

  void step(double seconds) {
    double wanted = target;
    if (!Double.isNaN(sweepVolt)) {
      wanted = sweepVolt;
    } else if (pulseSeconds > 0) {
      // A pulse has steep edges, and lasts a step at least.
      pulseSeconds -= seconds;
      value = pulseVolt;
      pulsed = true;
      return;
    } else if (pulsed) {
      value = target;
      pulsed = false;
    }
    double most = slewVoltPerSecond * seconds;
    value += Math.max(-most, Math.min(most, wanted - value));
  }

  /** Sets the bias, in V; it gets there at the slew rate. */
  public void set(double volt) {
    target = Ranges.within("bias (V)", volt, -LIMIT_VOLT[range], LIMIT_VOLT[range]);
  }

  /** The bias that was asked for, in V. */
  public double targetVolt() {
    return target;
  }

  /** The bias that the output has now, in V. */
  public double volt() {
    return value;
  }

  /** The bias that is really at the junction, in V. */
  double trueVolt() {
    return value * calibration + offset + hiddenOffsetVolt;
  }

  /** Whether the bias is where it was asked to be and no pulse is under way. */
  public boolean settled() {
    return !pulsing() && value == (Double.isNaN(sweepVolt) ? target : sweepVolt);
  }

  /** Starts a pulse of so many seconds to a voltage. */
  public void pulse(double seconds, double volt) {
    pulseVolt = Ranges.within("bias (V)", volt, -LIMIT_VOLT[range], LIMIT_VOLT[range]);
    pulseSeconds = Ranges.within("pulse width (s)", seconds, 1e-6, 100);
  }

  /** Whether a pulse is under way. */
  public boolean pulsing() {
    return pulseSeconds > 0 || pulsed;
  }

  /** A spectroscopy leads the bias; NaN gives it back. */
  void sweep(double volt) {
    sweepVolt = volt;
  }

  /** The names of the ranges. */
  public List<String> ranges() {
    return RANGES;
  }

  /** Index of the range. */
  public int range() {
    return range;
  }

  /** Chooses a range; a bias beyond it is brought to its end. */
  public void chooseRange(int index) {
    range = Ranges.index("range", index, LIMIT_VOLT.length);
    target = Math.max(-LIMIT_VOLT[range], Math.min(LIMIT_VOLT[range], target));
  }

  /** Factor of the output. */
  public double calibration() {
    return calibration;
  }

  /** Offset added to the output, in V. */
  public double offsetVolt() {
    return offset;
  }

  /** Sets factor and offset of the output. */
  public void calibrate(double factor, double offsetVolt) {
    calibration = Ranges.positive("calibration", factor);
    offset = Ranges.within("offset (V)", offsetVolt, -1, 1);
  }
}
