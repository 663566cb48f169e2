package org.tipwright.runs.schedule;

/**
 * How far a run is, at the end of a round.
 *
 * @param round rounds played
 * @param rounds rounds that will have been played at the end, 0 if only the steps are limited
 * @param progress how much of the run is done, from 0 to 1
 * @param environmentSteps steps so far
 * @param episodes whole episodes so far
 * @param successRate share of successes among the last episodes, NaN before there are any
 * @param validationSuccessRate result of the latest validation, NaN before the first
 * @param abandoned episodes so far that were given up because their physics did not converge
 * @param stepsPerSecond steps per second on the clock, over this session
 * @param secondsLeft estimate on the clock
 */
public record RoundReport(
    long round,
    long rounds,
    double progress,
    long environmentSteps,
    long episodes,
    double successRate,
    double validationSuccessRate,
    long abandoned,
    double stepsPerSecond,
    double secondsLeft) {}
