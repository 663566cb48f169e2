package org.tipwright.bridge.microscope.specimen;

import com.typesafe.config.Config;

/**
 * From what the hidden parameters of sample and tip are drawn; the meanings and the defaults stand
 * in {@code microscope.conf}, block {@code specimen}.
 *
 * @param missingProbability of each place of an island's lattice
 * @param adatoms per supercell of 48 nm
 * @param tiltDegrees rms slope of the terrace along each axis
 * @param strengthNanonewton mean of what a tip's bond to an oxygen bears
 * @param strengthSdNanonewton its deviation from tip to tip
 * @param tipChangeProbability that a rupture changes the tip
 * @param displacedProbability that a molecule falls back beside its place
 * @param captureAngstrom lateral distance from an oxygen within which a bond forms
 * @param switchingPerNanocoulomb median rate of switching between two conductances
 * @param releasePerVoltSecond median rate of letting go once put down
 * @param rateSpreadDecades rms scatter of both rates from tip to tip
 * @param switchedDecades by how much less a switched contact conducts
 * @param kelvin temperature
 */
public record SpecimenSettings(
    double missingProbability,
    int adatoms,
    double tiltDegrees,
    double strengthNanonewton,
    double strengthSdNanonewton,
    double tipChangeProbability,
    double displacedProbability,
    double captureAngstrom,
    double switchingPerNanocoulomb,
    double releasePerVoltSecond,
    double rateSpreadDecades,
    double switchedDecades,
    double kelvin) {

  public SpecimenSettings {
    checkShare("missing-probability", missingProbability);
    checkShare("tip-change-probability", tipChangeProbability);
    checkShare("displaced-probability", displacedProbability);
    check("adatoms", adatoms >= 0, adatoms, "at least 0");
    check("tilt-degrees", tiltDegrees >= 0 && tiltDegrees <= 5, tiltDegrees, "from 0 to 5");
    check("strength-nanonewton", strengthNanonewton > 0, strengthNanonewton, "above 0");
    check("capture-angstrom", captureAngstrom > 0, captureAngstrom, "above 0");
    check("kelvin", kelvin >= 0, kelvin, "at least 0");
  }

  /** Reads the block {@code specimen}. */
  public static SpecimenSettings from(Config config) {
    return new SpecimenSettings(
        config.getDouble("missing-probability"),
        config.getInt("adatoms"),
        config.getDouble("tilt-degrees"),
        config.getDouble("strength-nanonewton.mean"),
        config.getDouble("strength-nanonewton.sd"),
        config.getDouble("tip-change-probability"),
        config.getDouble("displaced-probability"),
        config.getDouble("capture-angstrom"),
        config.getDouble("switching-per-nanocoulomb"),
        config.getDouble("release-per-volt-second"),
        config.getDouble("rate-spread-decades"),
        config.getDouble("switched-decades"),
        config.getDouble("kelvin"));
  }

  private static void checkShare(String key, double value) {
    check(key, value >= 0 && value <= 1, value, "from 0 to 1");
  }

  private static void check(String key, boolean good, Number value, String range) {
    if (!good) {
      throw new IllegalArgumentException("specimen." + key + " = " + value + ": must be " + range);
    }
  }
}
