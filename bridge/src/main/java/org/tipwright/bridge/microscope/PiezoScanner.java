package org.tipwright.bridge.microscope;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tipwright.physics.instrument.InstrumentFaults;

/**
 * The piezo tube: where the tip is commanded to be, and where it is. Compensation of drift and tilt
 * is added to what is commanded and does not show in the positions that are told.
 */
public final class PiezoScanner {

  private static final double HIGH_VOLTAGE_GAIN = 40;

  private final InstrumentFaults faults;
  private final List<Double> range;
  private final List<Double> sensitivity;
  private double x;
  private double y;
  private double z;
  private double tiltX;
  private double tiltY;
  private boolean compensating;
  private final double[] compensation = new double[3];
  private final double[] compensated = new double[3];
  private double saturationShare = 0.1;

  PiezoScanner(MicroscopeSettings settings, RandomGenerator random) {
    this.faults = new InstrumentFaults(settings.faults(), random);
    this.range = new ArrayList<>(settings.piezo().rangeAngstrom());
    this.sensitivity = new ArrayList<>(settings.piezo().sensitivityAngstromPerVolt());
    this.x = settings.start().tipXAngstrom();
    this.y = settings.start().tipYAngstrom();
    this.z = highestAngstrom();
    faults.settle(x, y, z);
  }

  /** Lets the tip follow its commands for one step. */
  void step(double seconds) {
    for (int i = 0; i < 3; i++) {
      if (compensating) {
        double most = saturationShare * range.get(i) / 2;
        double next = compensated[i] + compensation[i] * seconds;
        compensated[i] = Math.max(-most, Math.min(most, next));
      }
    }
    faults.sweepTo(
        x + compensated[0],
        y + compensated[1],
        z + compensated[2] + x * slope(tiltX) + y * slope(tiltY),
        seconds);
  }

  private static double slope(double degrees) {
    return StrictMath.tan(StrictMath.toRadians(degrees));
  }

  double trueX() {
    return faults.tipX();
  }

  double trueY() {
    return faults.tipY();
  }

  double trueZ() {
    return faults.tipZ();
  }

  double withNoise(double nanoampere) {
    return faults.readNanoampere(nanoampere);
  }

  /** Commanded x, in Å. */
  public double xAngstrom() {
    return x;
  }

  /** Commanded y, in Å. */
  public double yAngstrom() {
    return y;
  }

  /** Commanded z, in Å; up is away from the sample. */
  public double zAngstrom() {
    return z;
  }

  /** The retracted end of the z range, in Å. */
  public double highestAngstrom() {
    return range.get(2) / 2;
  }

  /** The extended end of the z range, in Å. */
  public double lowestAngstrom() {
    return -range.get(2) / 2;
  }

  /** Where a lateral position ends up that may be out of range. */
  double coercedX(double angstrom) {
    return Math.max(-range.get(0) / 2, Math.min(range.get(0) / 2, angstrom));
  }

  double coercedY(double angstrom) {
    return Math.max(-range.get(1) / 2, Math.min(range.get(1) / 2, angstrom));
  }

  void moveXy(double xAngstrom, double yAngstrom) {
    x = coercedX(xAngstrom);
    y = coercedY(yAngstrom);
  }

  void moveZ(double zAngstrom) {
    z = Math.max(lowestAngstrom(), Math.min(highestAngstrom(), zAngstrom));
  }

  /** Full strokes of x, y and z, in Å. */
  public List<Double> rangeAngstrom() {
    return List.copyOf(range);
  }

  /** Sets the full strokes, by changing the sensitivities. */
  public void setRange(double xAngstrom, double yAngstrom, double zAngstrom) {
    double[] wanted = {xAngstrom, yAngstrom, zAngstrom};
    for (double angstrom : wanted) {
      Ranges.within("range (Å)", angstrom, 10, 1e7);
    }
    for (int i = 0; i < 3; i++) {
      sensitivity.set(i, sensitivity.get(i) * wanted[i] / range.get(i));
      range.set(i, wanted[i]);
    }
    moveXy(x, y);
    moveZ(z);
  }

  /** Sensitivities of x, y and z at the tube, in Å/V. */
  public List<Double> sensitivityAngstromPerVolt() {
    return List.copyOf(sensitivity);
  }

  /** Sets the sensitivities, and with them the ranges. */
  public void setSensitivity(double xPerVolt, double yPerVolt, double zPerVolt) {
    List<Double> old = sensitivityAngstromPerVolt();
    setRange(
        range.get(0) * Ranges.positive("sensitivity", xPerVolt) / old.get(0),
        range.get(1) * Ranges.positive("sensitivity", yPerVolt) / old.get(1),
        range.get(2) * Ranges.positive("sensitivity", zPerVolt) / old.get(2));
  }

  /** Gain of the high-voltage amplifier on every axis. */
  public double highVoltageGain() {
    return HIGH_VOLTAGE_GAIN;
  }

  /** Tilt of the plane in which x and y move, in degrees along x. */
  public double tiltXDegrees() {
    return tiltX;
  }

  /** Tilt of the plane in which x and y move, in degrees along y. */
  public double tiltYDegrees() {
    return tiltY;
  }

  /** Tilts the plane in which x and y move. */
  public void tilt(double xDegrees, double yDegrees) {
    tiltX = Ranges.within("tilt (deg)", xDegrees, -20, 20);
    tiltY = Ranges.within("tilt (deg)", yDegrees, -20, 20);
  }

  /** Whether drift is compensated. */
  public boolean compensating() {
    return compensating;
  }

  /** Velocity at which the frame is moved along, axis 0 to 2, in Å/s. */
  public double compensationAngstromPerSecond(int axis) {
    return compensation[axis];
  }

  /** Whether the compensation of an axis is used up. */
  public boolean saturated(int axis) {
    return compensating && Math.abs(compensated[axis]) >= saturationShare * range.get(axis) / 2;
  }

  /** Share of the range that the compensation may use. */
  public double saturationShare() {
    return saturationShare;
  }

  /** Switches the compensation; what it moved so far stays, so that the tip does not jump. */
  public void compensate(boolean on) {
    compensating = on;
  }

  /**
   * Sets the velocity at which features move in the frame, in Å/s, and how far it may be followed.
   */
  public void setCompensation(double vx, double vy, double vz, double share) {
    compensation[0] = Ranges.within("drift (Å/s)", vx, -1000, 1000);
    compensation[1] = Ranges.within("drift (Å/s)", vy, -1000, 1000);
    compensation[2] = Ranges.within("drift (Å/s)", vz, -1000, 1000);
    saturationShare = Ranges.within("saturation", share, 0, 1);
  }
}
