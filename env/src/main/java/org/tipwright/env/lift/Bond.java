package org.tipwright.env.lift;

import com.typesafe.config.Config;
import java.util.random.RandomGenerator;
import org.tipwright.physics.lift.BondSwitching;

/**
 * From what the rates of current- and bias-driven events are drawn, tip by tip.
 *
 * @param medianSwitchingPerNanocoulomb median rate of switching between two conductances, per nA·s
 * @param medianReleasePerVoltSecond median rate of letting go once put down, per V·s
 * @param spreadDecades by how many decades the rates scatter from tip to tip, rms
 * @param switchedDecades by how many decades a switched contact conducts less
 */
public record Bond(
    double medianSwitchingPerNanocoulomb,
    double medianReleasePerVoltSecond,
    double spreadDecades,
    double switchedDecades) {

  public Bond {
    check("bond.switching-per-nanocoulomb", medianSwitchingPerNanocoulomb);
    check("bond.release-per-volt-second", medianReleasePerVoltSecond);
    check("bond.spread-decades", spreadDecades);
    check("bond.switched-decades", switchedDecades);
  }

  private static void check(String key, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(key + " = " + value + ": must be at least 0");
    }
  }

  static Bond from(Config config) {
    return new Bond(
        config.getDouble("switching-per-nanocoulomb"),
        config.getDouble("release-per-volt-second"),
        config.getDouble("spread-decades"),
        config.getDouble("switched-decades"));
  }

  /** The rates of one tip. */
  BondSwitching draw(RandomGenerator random) {
    double switching = StrictMath.pow(10, spreadDecades * random.nextGaussian());
    double release = StrictMath.pow(10, spreadDecades * random.nextGaussian());
    return new BondSwitching(
        medianSwitchingPerNanocoulomb * switching, medianReleasePerVoltSecond * release);
  }
}
