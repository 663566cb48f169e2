package org.tipwright.env.lift;

import com.typesafe.config.Config;
import org.tipwright.physics.instrument.FaultSettings;

/**
 * The instrument of a lift: whether it has faults, and how it spends its time.
 *
 * @param imperfect false for an instrument whose tip is where it is commanded
 * @param faults how large they are
 * @param approachAngstrom by which the tip was higher before it made contact
 * @param settlingSeconds between contact and the first move
 */
public record LiftInstrument(
    boolean imperfect, FaultSettings faults, double approachAngstrom, double settlingSeconds) {

  private static final double SECONDS_PER_HOUR = 3600;
  private static final double NANOAMPERE_PER_PICOAMPERE = 1e-3;
  private static final double ANGSTROM_PER_PICOMETRE = 1e-2;

  public LiftInstrument {
    check(approachAngstrom >= 0, "approach-angstrom", approachAngstrom, "at least 0");
    check(settlingSeconds > 0, "settling-seconds", settlingSeconds, "above 0");
  }

  /** Reads the block {@code instrument} of {@code lift.conf}. */
  static LiftInstrument from(Config config) {
    return new LiftInstrument(
        config.getBoolean("faults"),
        faults(config),
        config.getDouble("approach-angstrom"),
        config.getDouble("settling-seconds"));
  }

  private static FaultSettings faults(Config config) {
    try {
      return new FaultSettings(
          noise(config.getConfig("current-noise-picoampere"), NANOAMPERE_PER_PICOAMPERE),
          noise(config.getConfig("height-noise-picometre"), ANGSTROM_PER_PICOMETRE),
          new FaultSettings.Drift(
              config.getDouble("drift-angstrom-per-hour.lateral") / SECONDS_PER_HOUR,
              config.getDouble("drift-angstrom-per-hour.vertical") / SECONDS_PER_HOUR),
          config.getDouble("creep-per-decade"),
          new FaultSettings.Hysteresis(
              config.getDouble("hysteresis.share"), config.getDouble("hysteresis.range-angstrom")),
          limit(config.getDouble("speed-angstrom-per-second")),
          new FaultSettings.Preamplifier(
              limit(config.getDouble("preamplifier.rail-nanoampere")),
              limit(config.getDouble("preamplifier.bandwidth-hertz"))));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("instrument: " + wrong.getMessage(), wrong);
    }
  }

  private static FaultSettings.Noise noise(Config config, double unit) {
    return new FaultSettings.Noise(
        config.getDouble("white") * unit, config.getDouble("flicker") * unit);
  }

  /** In the settings 0 stands for no limit. */
  private static double limit(double value) {
    return value == 0 ? Double.POSITIVE_INFINITY : value;
  }

  private static void check(boolean good, String key, double value, String range) {
    if (!good) {
      throw new IllegalArgumentException(
          "instrument." + key + " = " + value + ": must be " + range);
    }
  }
}
