package org.tipwright.agents.dqn;

import org.tipwright.agents.policy.ActionChoice;
import org.tipwright.env.ActionMask;

/**
 * What the place that a transition leads to is worth, by the target network, in one of three ways:
 * the highest value; the value of the choice that the online network prefers (double DQN: van
 * Hasselt, Guez and Silver, AAAI 2016, arXiv:1509.06461); or the mean of all values, each weighted
 * by {@code exp(Q/T)} with T below 0, so that the worst next action weighs most (rupture avoidance:
 * Leinen et al., Sci. Adv. 6 (2020) eabb6987). Forbidden actions have no part in it.
 */
final class NextValue {

  private final double avoidanceTemperature;
  private final boolean isDouble;
  private final ActionMask mask;
  private final QNetwork online;
  private final QNetwork target;
  private final int choices;
  private final int size;
  private final float[] onlineQ;
  private final float[] targetQ;

  NextValue(
      DqnSettings settings,
      ActionMask mask,
      QNetwork online,
      QNetwork target,
      int observationSize) {
    this.avoidanceTemperature = settings.avoidanceTemperature();
    this.isDouble = settings.doubleQ() && avoidanceTemperature == 0;
    this.mask = mask;
    this.online = online;
    this.target = target;
    this.choices = online.choices();
    this.size = observationSize;
    this.onlineQ = new float[online.rows() * choices];
    this.targetQ = new float[online.rows() * choices];
  }

  /** Sends all next observations through the networks, for {@link #of}. */
  void compute(float[] nextObservations) {
    if (isDouble) {
      online.q(nextObservations, onlineQ);
    }
    target.q(nextObservations, targetQ);
    if (mask != ActionMask.NONE) {
      ActionChoice.forbid(mask, nextObservations, size, targetQ, choices);
      ActionChoice.forbid(mask, nextObservations, size, onlineQ, choices);
    }
  }

  /** Worth of the row's next observation. */
  float of(int row) {
    int at = row * choices;
    if (avoidanceTemperature != 0) {
      return (float) cautious(at);
    }
    return targetQ[at + ActionChoice.best(isDouble ? onlineQ : targetQ, at, choices)];
  }

  private double cautious(int at) {
    double lowest = Double.POSITIVE_INFINITY;
    for (int a = 0; a < choices; a++) {
      double value = targetQ[at + a];
      lowest = value > Double.NEGATIVE_INFINITY ? Math.min(lowest, value) : lowest;
    }
    double weights = 0;
    double sum = 0;
    for (int a = 0; a < choices; a++) {
      double value = targetQ[at + a];
      if (value > Double.NEGATIVE_INFINITY) {
        double weight = Math.exp((value - lowest) / avoidanceTemperature);
        weights += weight;
        sum += weight * value;
      }
    }
    return sum / weights;
  }
}
