package org.tipwright.bridge.safety;

import java.util.List;
import org.tipwright.bridge.instrument.Signals;
import org.tipwright.bridge.instrument.TipPosition;

/**
 * What a command led to.
 *
 * @param sequence its number
 * @param executed false in a dry run
 * @param plan what was done, or would have been
 * @param position where the tip is, or would be
 * @param signals last measured
 * @param instrumentSeconds the instrument's own time
 * @param measured of Approach the azimuth in rad and 1 if the molecule is that of the approach
 *     before, else 0; of CheckTip and ScanSite the height in Å; empty in a dry run and of an
 *     approach without contact
 * @param missed why an approach made no contact; empty if it did, and of any other command
 */
public record CommandResult(
    long sequence,
    boolean executed,
    String plan,
    TipPosition position,
    Signals signals,
    double instrumentSeconds,
    List<Double> measured,
    String missed) {

  public CommandResult {
    measured = List.copyOf(measured);
  }
}
