package org.tipwright.runs.experiment;

import java.util.ArrayList;
import java.util.List;
import org.tipwright.physics.scan.Adsorbate;
import org.tipwright.physics.scan.AdsorbateKind;

/** Arrangements of adsorbates to look at when one has none of one's own. */
public final class Arrangements {

  /** Their names. */
  public static final List<String> NAMES = List.of("corral", "mixed");

  private static final int CORRAL_ADATOMS = 20;
  private static final double CORRAL_RADIUS_ANGSTROM = 35;

  private Arrangements() {}

  /**
   * One of {@link #NAMES}, around the origin: {@code corral} is a ring of 20 adatoms, 35 Å in
   * radius; {@code mixed} holds two PTCDA, three adatoms and two CO.
   */
  public static List<Adsorbate> named(String name) {
    return switch (name) {
      case "corral" -> corral();
      case "mixed" -> mixed();
      default -> throw new IllegalArgumentException("unknown arrangement '" + name + "'");
    };
  }

  private static List<Adsorbate> corral() {
    List<Adsorbate> ring = new ArrayList<>();
    for (int i = 0; i < CORRAL_ADATOMS; i++) {
      double azimuth = 2 * StrictMath.PI * i / CORRAL_ADATOMS;
      ring.add(
          Adsorbate.of(
              AdsorbateKind.adatom(),
              CORRAL_RADIUS_ANGSTROM * StrictMath.cos(azimuth),
              CORRAL_RADIUS_ANGSTROM * StrictMath.sin(azimuth),
              0));
    }
    return ring;
  }

  private static List<Adsorbate> mixed() {
    return List.of(
        Adsorbate.of(AdsorbateKind.ptcda(), -16, 14, StrictMath.toRadians(47.2)),
        Adsorbate.of(AdsorbateKind.ptcda(), 18, 16, StrictMath.toRadians(133.2)),
        Adsorbate.of(AdsorbateKind.adatom(), -22, -20, 0),
        Adsorbate.of(AdsorbateKind.adatom(), 0, -8, 0),
        Adsorbate.of(AdsorbateKind.adatom(), 8.7, -8, 0),
        Adsorbate.of(AdsorbateKind.carbonMonoxide(), 24, -22, 0),
        Adsorbate.of(AdsorbateKind.carbonMonoxide(), -2, -28, 0));
  }
}
