package org.tipwright.bridge.instrument;

/**
 * The heights of one line of a scan, from left to right.
 *
 * @param number from 0, the lowest line
 * @param heightAngstrom as the piezo's z, in Å; one for each pixel
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, and never compared.
public record ScanRow(int number, double[] heightAngstrom) {}
