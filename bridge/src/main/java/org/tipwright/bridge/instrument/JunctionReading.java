package org.tipwright.bridge.instrument;

/**
 * What flows through the junction at one moment.
 *
 * @param biasVolt at the sample, in V
 * @param currentNanoampere in nA
 */
public record JunctionReading(double biasVolt, double currentNanoampere) {}
