package org.tipwright.bridge.microscope;

/** Moves the tip sideways along a straight line at a set speed. */
public final class FollowMe {

  private static final int LARGEST_OVERSAMPLING = 1000;

  private final PiezoScanner scanner;
  private double targetX;
  private double targetY;
  private boolean moving;
  private double customSpeed;
  private boolean custom = true;
  private int oversampling = 10;

  FollowMe(PiezoScanner scanner, double speedAngstromPerSecond) {
    this.scanner = scanner;
    this.customSpeed = speedAngstromPerSecond;
  }

  void step(double seconds, double scanSpeed) {
    if (moving) {
      moving = !towards(scanner, targetX, targetY, (custom ? customSpeed : scanSpeed) * seconds);
    }
  }

  /** Goes on a straight line by at most so much, or to the edge; tells whether it arrived. */
  static boolean towards(PiezoScanner scanner, double toX, double toY, double atMost) {
    double x = scanner.coercedX(toX);
    double y = scanner.coercedY(toY);
    double dx = x - scanner.xAngstrom();
    double dy = y - scanner.yAngstrom();
    double distance = StrictMath.hypot(dx, dy);
    // What is left over by rounding is no way to go.
    if (distance <= atMost * (1 + 1e-9)) {
      scanner.moveXy(x, y);
      return true;
    }
    double share = atMost / distance;
    scanner.moveXy(scanner.xAngstrom() + share * dx, scanner.yAngstrom() + share * dy);
    return false;
  }

  /** Starts towards a position in Å; one out of the piezo's range ends at its edge. */
  public void moveTo(double xAngstrom, double yAngstrom) {
    targetX = scanner.coercedX(Ranges.finite("x (Å)", xAngstrom));
    targetY = scanner.coercedY(Ranges.finite("y (Å)", yAngstrom));
    moving = true;
  }

  /** Stops where it is. */
  public void stop() {
    moving = false;
  }

  /** Whether the tip is under way. */
  public boolean moving() {
    return moving;
  }

  /** Its own speed, in Å/s. */
  public double customAngstromPerSecond() {
    return customSpeed;
  }

  /** Whether it uses its own speed rather than the scan's. */
  public boolean custom() {
    return custom;
  }

  /** Sets its own speed and whether to use it. */
  public void setSpeed(double angstromPerSecond, boolean useIt) {
    if (useIt) {
      customSpeed = Ranges.positive("speed (Å/s)", angstromPerSecond);
    }
    custom = useIt;
  }

  /** Samples that are averaged while moving. */
  public int oversampling() {
    return oversampling;
  }

  /** Sets how many samples are averaged while moving. */
  public void setOversampling(int samples) {
    oversampling = (int) Ranges.within("oversampling", samples, 1, LARGEST_OVERSAMPLING);
  }
}
