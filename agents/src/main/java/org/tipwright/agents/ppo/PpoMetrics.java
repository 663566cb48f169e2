package org.tipwright.agents.ppo;

/**
 * What one call of {@link PpoLearner#learn} did. Means are over its updates, and NaN if there were
 * none.
 *
 * @param policyLoss mean of the clipped objective with the entropy's share, its sign turned
 * @param valueLoss mean of half the squared error of the value
 * @param entropy mean entropy of the policy, in nats
 * @param approximateKl mean of {@code r − 1 − log r}, r the ratio of new to old probability
 * @param clippedShare share of the steps whose ratio lay outside the clip
 * @param explainedVariance 1 − variance of (worth − old value) / variance of worth
 * @param meanValue mean old value of what was seen
 * @param policyGradientNorm mean length of the policy's gradient before it is cut
 * @param valueGradientNorm mean length of the value's gradient before it is cut
 * @param policyUpdates updates of the policy: fewer than of the value if it left for the target KL
 * @param learningRate of Adam
 */
public record PpoMetrics(
    double policyLoss,
    double valueLoss,
    double entropy,
    double approximateKl,
    double clippedShare,
    double explainedVariance,
    double meanValue,
    double policyGradientNorm,
    double valueGradientNorm,
    long policyUpdates,
    double learningRate) {}
