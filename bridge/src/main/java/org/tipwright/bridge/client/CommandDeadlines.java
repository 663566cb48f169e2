package org.tipwright.bridge.client;

import java.time.Duration;
import org.tipwright.bridge.v1.TimeLimits;

/**
 * How long a client waits for the answer to a command: the time of its turn, its own by the
 * bridge's limits, and some for the way. By then the bridge itself has tripped, and said so.
 *
 * @param command a step, a bias, a withdrawal
 * @param approach an approach
 * @param measure one of the two measurements after a lift
 */
record CommandDeadlines(Duration command, Duration approach, Duration measure) {

  /** Also what is assumed of a bridge that does not say. */
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  private static final Duration WAY = Duration.ofSeconds(5);

  /** By what a bridge says when it gives the lease. */
  static CommandDeadlines of(TimeLimits times) {
    return new CommandDeadlines(
        answer(times, times.getCommandS()),
        answer(times, times.getApproachS()),
        answer(times, times.getMeasureS()));
  }

  private static Duration answer(TimeLimits times, double seconds) {
    Duration longest = Duration.ofMillis((long) (1000 * (times.getCommandS() + seconds))).plus(WAY);
    return longest.compareTo(SHORTEST) > 0 ? longest : SHORTEST;
  }
}
