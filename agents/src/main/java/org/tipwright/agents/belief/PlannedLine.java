package org.tipwright.agents.belief;

/**
 * A line to be followed by the next attempt.
 *
 * @param x lateral positions in Å after each step, the first at contact
 * @param y lateral positions in Å, as many
 * @param prefix steps that repeat an earlier attempt where it was safe
 * @param survival what the belief says of reaching the top
 */
public record PlannedLine(double[] x, double[] y, int prefix, double survival) {}
