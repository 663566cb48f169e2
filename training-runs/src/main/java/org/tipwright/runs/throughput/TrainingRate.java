package org.tipwright.runs.throughput;

/**
 * How fast a learner got on.
 *
 * @param stepsPerSecond environment steps per second on the clock
 * @param processorMicrosecondsPerStep processor time of the program's own threads, all together;
 *     the compiler's and the collector's not counted
 * @param environmentMicrosecondsPerStep part of that inside the environments, NaN if not watched
 */
public record TrainingRate(
    double stepsPerSecond,
    double processorMicrosecondsPerStep,
    double environmentMicrosecondsPerStep) {}
