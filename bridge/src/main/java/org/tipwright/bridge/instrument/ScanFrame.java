package org.tipwright.bridge.instrument;

import java.util.Locale;

/**
 * An image at constant current: a square in the scanner's coordinates, not turned, and how it is
 * taken.
 *
 * @param centreXAngstrom in Å
 * @param centreYAngstrom in Å
 * @param sizeAngstrom length of an edge, in Å
 * @param pixels heights in each line
 * @param lines from the lowest to the highest
 * @param speedAngstromPerSecond of the tip along a line, in Å/s
 * @param biasVolt at the sample, in V
 * @param setpointNanoampere in nA
 */
public record ScanFrame(
    double centreXAngstrom,
    double centreYAngstrom,
    double sizeAngstrom,
    int pixels,
    int lines,
    double speedAngstromPerSecond,
    double biasVolt,
    double setpointNanoampere) {

  /** How long its lines take, there and back, in s. */
  public double seconds() {
    return 2.0 * lines * sizeAngstrom / speedAngstromPerSecond;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.2f nm around (%.2f, %.2f) nm, %d x %d, at %.1f mV, %.0f pA and %.2f nm/s",
        sizeAngstrom / 10,
        centreXAngstrom / 10,
        centreYAngstrom / 10,
        pixels,
        lines,
        biasVolt * 1000,
        setpointNanoampere * 1000,
        speedAngstromPerSecond / 10);
  }
}
