package org.tipwright.agents.benchmark;

/**
 * One run of the hose benchmark.
 *
 * @param agent who played
 * @param path member of the family of paths; 0 where there is one path only
 * @param seed which repetition on that path, from 1
 * @param solved whether an episode succeeded
 * @param firstSuccess index of the first episode that did, from 0; the number of episodes played if
 *     none did
 * @param steps environment steps of all episodes played
 */
public record HoseRun(
    String agent, int path, int seed, boolean solved, int firstSuccess, long steps) {}
