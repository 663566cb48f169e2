package org.tipwright.physics.instrument;

import java.nio.ByteBuffer;

/** One axis of the scanner: what is commanded, and where it is. */
final class PiezoAxis {

  private final PiezoCreep creep;
  private final PiezoHysteresis hysteresis;
  private double driftAngstromPerSecond;
  private double origin;
  private double commanded;
  private double drifted;
  private double reference;
  private double actual;

  PiezoAxis(FaultSettings settings, double driftAngstromPerSecond) {
    this.creep = new PiezoCreep(settings.creepPerDecade());
    this.hysteresis = new PiezoHysteresis(settings.hysteresis());
    this.driftAngstromPerSecond = driftAngstromPerSecond;
  }

  void settle(double at) {
    origin = at;
    commanded = at;
    drifted = 0;
    reference = 0;
    actual = at;
    creep.settle();
    hysteresis.settle();
  }

  void advance(double target, LogTime interval) {
    creep.advance(target - origin, interval);
    hysteresis.advance(target - origin);
    drifted += driftAngstromPerSecond * interval.seconds();
    commanded = target;
    actual = target + (excess() - reference);
  }

  private double excess() {
    return creep.extensionAngstrom() + hysteresis.extensionAngstrom() + drifted;
  }

  /** From now on positions count from where the tip is. */
  void callThisTheCommandedPlace() {
    reference = excess();
    actual = commanded;
  }

  double commandedAngstrom() {
    return commanded;
  }

  double actualAngstrom() {
    return actual;
  }

  static int bytes() {
    return 6 * Double.BYTES + PiezoCreep.bytes() + PiezoHysteresis.bytes();
  }

  void save(ByteBuffer to) {
    to.putDouble(origin).putDouble(commanded).putDouble(drifted).putDouble(reference);
    to.putDouble(actual).putDouble(driftAngstromPerSecond);
    creep.save(to);
    hysteresis.save(to);
  }

  void restore(ByteBuffer from) {
    origin = from.getDouble();
    commanded = from.getDouble();
    drifted = from.getDouble();
    reference = from.getDouble();
    actual = from.getDouble();
    driftAngstromPerSecond = from.getDouble();
    creep.restore(from);
    hysteresis.restore(from);
  }
}
