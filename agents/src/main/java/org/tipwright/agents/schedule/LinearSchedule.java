package org.tipwright.agents.schedule;

import com.typesafe.config.Config;

/**
 * A number that goes from one value to another in a straight line and stays there.
 *
 * @param start at step 0
 * @param end from step {@code decaySteps} on
 * @param decaySteps length of the line, in environment steps
 */
public record LinearSchedule(double start, double end, long decaySteps) {

  public LinearSchedule {
    if (!(start >= 0) || !(end >= 0) || decaySteps < 1) {
      throw new IllegalArgumentException(
          "a schedule from "
              + start
              + " to "
              + end
              + " in "
              + decaySteps
              + " steps is not possible: values must be 0 or more and steps 1 or more");
    }
  }

  /** Reads the keys {@code start}, {@code end} and {@code decay-steps}. */
  public static LinearSchedule from(Config config) {
    return new LinearSchedule(
        config.getDouble("start"), config.getDouble("end"), config.getLong("decay-steps"));
  }

  /** The value after this many steps. */
  public double at(long step) {
    double part = Math.min(1.0, (double) step / decaySteps);
    return start + part * (end - start);
  }
}
