package org.tipwright.agents.rl4j;

import java.util.List;

/**
 * Hyper-parameters of RL4J's double DQN, which learns once after every step.
 *
 * @param hidden widths of the hidden layers, all tanh
 * @param learningRate of Adam
 * @param discount γ per step
 * @param batch transitions per update
 * @param experienceCapacity transitions kept
 * @param targetPeriod updates between two copies to the target network
 * @param epsilonSteps steps in which the probability of a random choice falls from 1 to its minimum
 * @param minimalEpsilon that minimum
 */
public record Rl4jSettings(
    List<Integer> hidden,
    double learningRate,
    double discount,
    int batch,
    int experienceCapacity,
    int targetPeriod,
    int epsilonSteps,
    double minimalEpsilon) {

  public Rl4jSettings {
    hidden = List.copyOf(hidden);
  }
}
