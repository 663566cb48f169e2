package org.tipwright.env.lift;

/**
 * What is measured after a move.
 *
 * @param logConductanceMean log10 of |I/V| in nS, averaged over the dwell
 * @param logConductanceJump its change within the step, in decades
 * @param frequencyShiftHertz of the qPlus sensor
 */
public record LiftSignals(
    double logConductanceMean, double logConductanceJump, double frequencyShiftHertz) {}
