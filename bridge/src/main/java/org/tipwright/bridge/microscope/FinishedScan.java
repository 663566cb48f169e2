package org.tipwright.bridge.microscope;

/**
 * A scan that is to be saved.
 *
 * @param frame where
 * @param speed how fast
 * @param buffer what was seen
 * @param up whether its first line is the bottom one
 * @param elapsedSeconds how long it took
 * @param startedAtSeconds when it began, in instrument time
 * @param properties name and comment
 */
public record FinishedScan(
    ScanFrameSettings frame,
    ScanSpeed speed,
    ScanBuffer buffer,
    boolean up,
    double elapsedSeconds,
    double startedAtSeconds,
    ScanProperties properties) {}
