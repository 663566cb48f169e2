package org.tipwright.agents.policy;

/**
 * A learner's policy as workers play it: parameters of the network and how much to explore.
 *
 * @param round how many times the learner had learnt
 * @param parameters flat parameter vector of the network; nobody may change it
 * @param explorationTemperature T of Boltzmann's distribution over the values of the choices, in
 *     units of reward; 0 takes the best
 * @param epsilon probability of a uniformly random choice, from 0 to 1
 */
public record PolicySnapshot(
    long round, float[] parameters, double explorationTemperature, double epsilon) {}
