package org.tipwright.agents.dqn;

/**
 * What one call of {@link DqnLearner#learn} did. Means are over its updates and NaN if there were
 * none.
 *
 * @param updates updates of this call
 * @param totalUpdates updates since the beginning
 * @param loss mean loss of a transition
 * @param absoluteTdError mean |δ|, δ = Q(s, a) − target
 * @param meanQ mean Q(s, a) of the transitions learnt from
 * @param meanTarget mean target
 * @param gradientNorm mean length of the gradient before it is cut
 * @param experience transitions in the buffer
 * @param epsilon probability of a random choice, for the next snapshot
 * @param temperature T of Boltzmann's distribution, for the next snapshot
 */
public record LearnerMetrics(
    long updates,
    long totalUpdates,
    double loss,
    double absoluteTdError,
    double meanQ,
    double meanTarget,
    double gradientNorm,
    long experience,
    double epsilon,
    double temperature) {}
