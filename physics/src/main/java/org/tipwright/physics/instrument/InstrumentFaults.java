package org.tipwright.physics.instrument;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/**
 * An imperfect instrument: a commanded tip position goes in, where the tip is comes out; the true
 * current goes in, the one that is read comes out. Time is the instrument's own and passes with its
 * moves.
 *
 * <p>A step is {@link #moveTo}, then the physics at {@link #tipX}, {@link #tipY}, {@link #tipZ},
 * then {@link #readNanoampere}. Nothing is allocated by a step; not safe for two threads at once.
 * With {@link FaultSettings#none} positions and currents pass unchanged and no random number is
 * drawn.
 */
public final class InstrumentFaults {

  private final RandomGenerator random;
  private final double speedAngstromPerSecond;
  private final PiezoAxis x;
  private final PiezoAxis y;
  private final PiezoAxis z;
  private final SignalNoise heightNoise;
  private final SignalNoise currentNoise;
  private final CurrentAmplifier amplifier;
  private final LogTime way = new LogTime();
  private final LogTime rest = new LogTime();
  private double heightNoiseAngstrom;
  private double dwellSeconds;
  private double seconds;

  /**
   * An instrument at rest at (0, 0, 0).
   *
   * @param random everything that is drawn comes from here; its state is not part of {@link #save}
   */
  public InstrumentFaults(FaultSettings settings, RandomGenerator random) {
    this.random = random;
    this.speedAngstromPerSecond = settings.speedAngstromPerSecond();
    double lateral = settings.drift().lateralAngstromPerSecond();
    double vertical = settings.drift().verticalAngstromPerSecond();
    double azimuth = lateral > 0 ? 2 * StrictMath.PI * random.nextDouble() : 0;
    double sign = vertical > 0 && random.nextBoolean() ? -1 : 1;
    this.x = new PiezoAxis(settings, lateral * StrictMath.cos(azimuth));
    this.y = new PiezoAxis(settings, lateral * StrictMath.sin(azimuth));
    this.z = new PiezoAxis(settings, sign * vertical);
    this.heightNoise = new SignalNoise(settings.height(), random);
    this.currentNoise = new SignalNoise(settings.current(), random);
    this.amplifier = new CurrentAmplifier(settings.preamplifier());
  }

  /** The tip has been at rest for very long at a position in Å, and is where it is commanded. */
  public void settle(double xAngstrom, double yAngstrom, double zAngstrom) {
    x.settle(xAngstrom);
    y.settle(yAngstrom);
    z.settle(zAngstrom);
    heightNoiseAngstrom = 0;
  }

  /**
   * Goes straight to a commanded position in Å at the instrument's speed, then stays there.
   *
   * @param dwellSeconds over which the next reading is averaged; above 0 if there is noise or a
   *     bandwidth
   */
  public void moveTo(double xAngstrom, double yAngstrom, double zAngstrom, double dwellSeconds) {
    travel(xAngstrom, yAngstrom, zAngstrom, 0);
    advance(xAngstrom, yAngstrom, zAngstrom, rest, dwellSeconds);
    dwell(dwellSeconds);
  }

  /**
   * Goes to a commanded position in Å and reads on the way: one sample of a continuous motion.
   *
   * @param sampleSeconds of the sample, above 0; the way takes longer if the instrument is too slow
   */
  public void sweepTo(double xAngstrom, double yAngstrom, double zAngstrom, double sampleSeconds) {
    travel(xAngstrom, yAngstrom, zAngstrom, sampleSeconds);
    dwell(sampleSeconds);
  }

  private void travel(double toX, double toY, double toZ, double leastSeconds) {
    double travelSeconds =
        Math.max(leastSeconds, distanceAngstrom(toX, toY, toZ) / speedAngstromPerSecond);
    advance(toX, toY, toZ, way, travelSeconds);
  }

  private void advance(
      double toX, double toY, double toZ, LogTime interval, double intervalSeconds) {
    interval.prepare(intervalSeconds);
    x.advance(toX, interval);
    y.advance(toY, interval);
    z.advance(toZ, interval);
    seconds += intervalSeconds;
  }

  private void dwell(double overSeconds) {
    heightNoiseAngstrom = heightNoise.mean(overSeconds, random);
    dwellSeconds = overSeconds;
  }

  private double distanceAngstrom(double toX, double toY, double toZ) {
    double dx = toX - x.commandedAngstrom();
    double dy = toY - y.commandedAngstrom();
    double dz = toZ - z.commandedAngstrom();
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  /**
   * Drift and creep up to now no longer count: the tip is where it is commanded, as after a contact
   * that was found and called zero. What they do from now on counts.
   */
  public void callThisTheCommandedPlace() {
    x.callThisTheCommandedPlace();
    y.callThisTheCommandedPlace();
    z.callThisTheCommandedPlace();
  }

  /** Where the tip is, in Å. */
  public double tipX() {
    return x.actualAngstrom();
  }

  /** Where the tip is, in Å. */
  public double tipY() {
    return y.actualAngstrom();
  }

  /** How high the tip is, in Å: the mean over the dwell. */
  public double tipZ() {
    return z.actualAngstrom() + heightNoiseAngstrom;
  }

  /** What is read, in nA, if a current flows through the whole dwell. */
  public double readNanoampere(double trueNanoampere) {
    double noise = currentNoise.mean(dwellSeconds, random);
    return amplifier.mean(trueNanoampere + noise, dwellSeconds);
  }

  /** Whether the last reading was at the amplifier's rail: the current may be larger. */
  public boolean atRail() {
    return amplifier.atRail();
  }

  /** The instrument's time since it was made, in s. */
  public double seconds() {
    return seconds;
  }

  /** Everything that what follows depends on, but for the random numbers. */
  public byte[] save() {
    ByteBuffer to = ByteBuffer.allocate(bytes());
    to.putDouble(heightNoiseAngstrom).putDouble(dwellSeconds).putDouble(seconds);
    x.save(to);
    y.save(to);
    z.save(to);
    heightNoise.save(to);
    currentNoise.save(to);
    amplifier.save(to);
    return to.array();
  }

  /**
   * Goes back to what was saved by an instrument of the same settings.
   *
   * @throws IllegalArgumentException if it was not saved by such an instrument
   */
  public void restore(byte[] saved) {
    if (saved.length != bytes()) {
      throw new IllegalArgumentException(
          "the state of an instrument is " + bytes() + " bytes, not " + saved.length);
    }
    ByteBuffer from = ByteBuffer.wrap(saved);
    heightNoiseAngstrom = from.getDouble();
    dwellSeconds = from.getDouble();
    seconds = from.getDouble();
    x.restore(from);
    y.restore(from);
    z.restore(from);
    heightNoise.restore(from);
    currentNoise.restore(from);
    amplifier.restore(from);
  }

  private static int bytes() {
    return 3 * Double.BYTES
        + 3 * PiezoAxis.bytes()
        + 2 * FlickerNoise.bytes()
        + CurrentAmplifier.bytes();
  }
}
