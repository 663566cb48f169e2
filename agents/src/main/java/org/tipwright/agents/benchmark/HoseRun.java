package org.tipwright.agents.benchmark;

/**
 * One run of the hose benchmark.
 *
 * @param agent who played
 * @param seed of the run
 * @param solved whether an episode succeeded
 * @param firstSuccess index of the first episode that did, from 0; the number of episodes played if
 *     none did
 * @param steps environment steps of all episodes played
 */
public record HoseRun(String agent, long seed, boolean solved, int firstSuccess, long steps) {}
