package org.tipwright.physics.scan;

import java.util.ArrayList;
import java.util.List;
import org.tipwright.physics.molecule.Atom;
import org.tipwright.physics.molecule.Element;
import org.tipwright.physics.molecule.Molecule;
import org.tipwright.physics.molecule.Molecules;

/**
 * What an adsorbate looks like to a metal tip, and how it scatters the surface state. All numbers
 * are modelling choices within the ranges that low-temperature images show.
 *
 * @param name of the kind
 * @param protrusions its shape, scaled so that the highest of them is at 1
 * @param apparentHeightAngstrom usual apparent height; negative for a depression
 * @param scatteringPhaseRadians δ₀ of the surface state's s wave; 0 does not scatter
 */
public record AdsorbateKind(
    String name,
    List<Protrusion> protrusions,
    double apparentHeightAngstrom,
    double scatteringPhaseRadians) {

  private static final double FWHM_PER_SIGMA = 2.3548200450309493;

  public AdsorbateKind {
    protrusions = List.copyOf(protrusions);
  }

  /**
   * A metal adatom: 1.0 Å high (0.8 to 1.2), FWHM 7 Å (6 to 8); δ₀ = π/2, the strongest scatterer.
   */
  public static AdsorbateKind adatom() {
    return new AdsorbateKind(
        "adatom", List.of(new Protrusion(0, 0, 1, 7 / FWHM_PER_SIGMA)), 1.0, StrictMath.PI / 2);
  }

  /**
   * CO under a metal tip: a depression of 0.4 Å (0.3 to 0.5), FWHM 6 Å; δ₀ = π/2. A CO at the tip
   * would see the opposite: not modelled.
   */
  public static AdsorbateKind carbonMonoxide() {
    return new AdsorbateKind(
        "CO", List.of(new Protrusion(0, 0, 1, 6 / FWHM_PER_SIGMA)), -0.4, StrictMath.PI / 2);
  }

  /** PTCDA lying flat, long axis along x, 1.8 Å high. */
  public static AdsorbateKind ptcda() {
    return flat(Molecules.ptcda(), 1.8);
  }

  /**
   * A flat molecule as the sum of a bump of FWHM 3 Å per atom but hydrogen: its outline and no
   * orbitals. It does not scatter the surface state here: an extended scatterer is more than an s
   * wave.
   */
  public static AdsorbateKind flat(Molecule molecule, double apparentHeightAngstrom) {
    double sigma = 3 / FWHM_PER_SIGMA;
    List<Atom> seen =
        molecule.atoms().stream().filter(atom -> atom.element() != Element.H).toList();
    double highest = 0;
    for (Atom at : seen) {
      double sum = 0;
      for (Atom atom : seen) {
        double distance = at.distanceAngstrom(atom) / sigma;
        sum += StrictMath.exp(-0.5 * distance * distance);
      }
      highest = Math.max(highest, sum);
    }
    List<Protrusion> bumps = new ArrayList<>();
    for (Atom atom : seen) {
      bumps.add(new Protrusion(atom.xAngstrom(), atom.yAngstrom(), 1 / highest, sigma));
    }
    return new AdsorbateKind(molecule.name(), bumps, apparentHeightAngstrom, 0);
  }
}
