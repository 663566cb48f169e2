package org.tipwright.env.lift;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValueFactory;

/**
 * Settings of the lift task; their meanings and defaults stand in {@code lift.conf}.
 *
 * @param sample what lies under the tip, and the engine
 * @param bond what current and bias do to the bond
 * @param siteEpisodes episodes for which a site is kept
 * @param untilLifted whether a molecule that was lifted is gone, and the next lift meets another
 * @param fixedAzimuthRadians the molecule's azimuth, or NaN to draw one of the layer's
 * @param observation what is observed
 * @param noise rms noise of the signals
 * @param instrument its faults beyond that noise
 */
public record LiftSettings(
    Sample sample,
    Bond bond,
    int siteEpisodes,
    boolean untilLifted,
    double fixedAzimuthRadians,
    double strengthMeanNanonewton,
    double strengthSdNanonewton,
    double missingNeighbourProbability,
    double tipChangeProbability,
    Observed observation,
    double biasVolt,
    Noise noise,
    double endHeightAngstrom,
    double endLateralAngstrom,
    boolean endAtRupture,
    boolean endAtRecognisedRupture,
    float stepReward,
    float ruptureReward,
    float successReward,
    LiftInstrument instrument) {

  /**
   * What is observed beside the tip's position.
   *
   * @param history number of past steps kept in the observation
   * @param attempts number of earlier attempts at the same molecule kept in the observation
   */
  public record Observed(
      boolean current, boolean frequencyShift, boolean azimuth, int history, int attempts) {}

  /**
   * Rms noise of current (nA), of log10 of the current (decades) and of the frequency shift (Hz).
   */
  public record Noise(double currentNanoampere, double logCurrent, double frequencyShiftHertz) {}

  public LiftSettings {
    check(siteEpisodes >= 1, "site.episodes", siteEpisodes, "at least 1");
    check(
        strengthMeanNanonewton > 0 && strengthMeanNanonewton <= 3,
        (sample.molecular() ? "site" : "planar") + ".strength-nanonewton.mean",
        strengthMeanNanonewton,
        "above 0 and at most 3");
    check(
        strengthSdNanonewton >= 0,
        (sample.molecular() ? "site" : "planar") + ".strength-nanonewton.sd",
        strengthSdNanonewton,
        "at least 0");
    check(
        !instrument.imperfect() || sample.dwellSeconds() > 0,
        "dwell-seconds",
        sample.dwellSeconds(),
        "above 0 where instrument.faults = on");
    checkShare("site.missing-neighbour-probability", missingNeighbourProbability);
    checkShare("site.tip-change-probability", tipChangeProbability);
    int history = observation.history();
    check(history >= 0 && history <= 140, "observation.history", history, "from 0 to 140");
    int attempts = observation.attempts();
    check(attempts >= 0 && attempts <= 10, "observation.attempts", attempts, "from 0 to 10");
    check(biasVolt > 0 && biasVolt <= 0.1, "bias-volt", biasVolt, "above 0 and at most 0.1");
    check(
        noise.currentNanoampere() >= 0,
        "noise.current-nanoampere",
        noise.currentNanoampere(),
        "at least 0");
    check(noise.logCurrent() >= 0, "noise.log-current", noise.logCurrent(), "at least 0");
    check(
        noise.frequencyShiftHertz() >= 0,
        "noise.frequency-shift-hertz",
        noise.frequencyShiftHertz(),
        "at least 0");
    check(
        endHeightAngstrom > 0 && endHeightAngstrom <= 30,
        "end.height-angstrom",
        endHeightAngstrom,
        "above 0, at most 30");
    check(endLateralAngstrom > 0, "end.lateral-angstrom", endLateralAngstrom, "above 0");
  }

  /**
   * Reads complete settings.
   *
   * @throws IllegalArgumentException if a value is out of its range
   * @throws ConfigException if one is missing or of the wrong kind
   */
  public static LiftSettings from(Config config) {
    Sample sample = Sample.from(config);
    String strength =
        sample.molecular() ? "site.strength-nanonewton" : "planar.strength-nanonewton";
    String azimuth = config.getString("site.azimuth");
    return new LiftSettings(
        sample,
        Bond.from(config.getConfig("bond")),
        config.getInt("site.episodes"),
        config.getBoolean("site.until-lifted"),
        azimuth.equals("layer")
            ? Double.NaN
            : StrictMath.toRadians(config.getDouble("site.azimuth")),
        config.getDouble(strength + ".mean"),
        config.getDouble(strength + ".sd"),
        config.getDouble("site.missing-neighbour-probability"),
        config.getDouble("site.tip-change-probability"),
        new Observed(
            config.getBoolean("observation.current"),
            config.getBoolean("observation.frequency-shift"),
            config.getBoolean("observation.azimuth"),
            config.getInt("observation.history"),
            config.getInt("observation.attempts")),
        config.getDouble("bias-volt"),
        new Noise(
            config.getDouble("noise.current-nanoampere"),
            config.getDouble("noise.log-current"),
            config.getDouble("noise.frequency-shift-hertz")),
        config.getDouble("end.height-angstrom"),
        config.getDouble("end.lateral-angstrom"),
        config.getBoolean("end.at-rupture"),
        config.getBoolean("end.at-recognised-rupture"),
        (float) config.getDouble("reward.step"),
        (float) config.getDouble("reward.rupture"),
        (float) config.getDouble("reward.success"),
        LiftInstrument.from(config.getConfig("instrument")));
  }

  /**
   * The same settings without need of any file: a molecule's text in place of its file's name.
   *
   * @throws IllegalArgumentException if that file cannot be read
   */
  public static Config selfContained(Config settings) {
    return settings.withValue(
        "molecule",
        ConfigValueFactory.fromAnyRef(Sample.standingAlone(settings.getString("molecule"))));
  }

  /** Number of steps from contact to the end mark. */
  public int steps() {
    return (int) StrictMath.ceil(endHeightAngstrom / LiftMove.VERTICAL_ANGSTROM - 1e-9);
  }

  private static void checkShare(String key, double value) {
    check(value >= 0 && value <= 1, key, value, "from 0 to 1");
  }

  private static void check(boolean good, String key, Object value, String range) {
    if (!good) {
      throw new IllegalArgumentException(key + " = " + value + ": must be " + range);
    }
  }
}
