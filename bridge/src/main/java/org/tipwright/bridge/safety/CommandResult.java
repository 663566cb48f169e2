package org.tipwright.bridge.safety;

import java.util.OptionalDouble;
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
 * @param measured the azimuth in rad of Approach, the height in Å of CheckTip and ScanSite, unless
 *     in a dry run
 */
public record CommandResult(
    long sequence,
    boolean executed,
    String plan,
    TipPosition position,
    Signals signals,
    double instrumentSeconds,
    OptionalDouble measured) {}
