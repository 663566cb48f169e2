package org.tipwright.bridge.microscope;

/**
 * How fast lines are scanned.
 *
 * @param forwardSeconds per line
 * @param backwardSeconds per line
 * @param keepsTime whether a change of the frame's width keeps the time per line, not the speed
 */
public record ScanSpeed(double forwardSeconds, double backwardSeconds, boolean keepsTime) {

  public ScanSpeed {
    Ranges.within("forward time per line (s)", forwardSeconds, 1e-3, 1e5);
    Ranges.within("backward time per line (s)", backwardSeconds, 1e-3, 1e5);
  }

  /** The same speed over another width. */
  ScanSpeed forWidth(double oldAngstrom, double newAngstrom) {
    double ratio = newAngstrom / oldAngstrom;
    return keepsTime ? this : new ScanSpeed(forwardSeconds * ratio, backwardSeconds * ratio, false);
  }
}
