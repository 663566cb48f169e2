package org.tipwright.physics.lift.molecular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tipwright.physics.forcefield.MorseBond;
import org.tipwright.physics.molecule.Molecules;

/** Every term's slope is that of its energy, and every curvature that of its slope. */
final class ForceTest {

  private static final MolecularSettings SILVER = MolecularSettings.ptcda(Substrate.silver());
  private static final MoleculeOnMetal ON_SILVER = MoleculeOnMetal.of(SILVER);

  @Test
  void bondsAnglesAndFlatCentresPullAsTheirEnergyFalls() {
    BondedTerms terms = new BondedTerms(ON_SILVER.molecule(), Stiffness.conjugated());
    for (long seed = 0; seed < 3; seed++) {
      Slopes.check(
          (r, slope) -> {
            Arrays.fill(slope, 0);
            return terms.addTo(r, slope);
          },
          Slopes.shaken(ON_SILVER, 0, 0.1, seed));
    }
  }

  @Test
  void adsorptionAndPinnedCornersPullAsTheirEnergyFalls() {
    for (boolean pinned : new boolean[] {true, false}) {
      HeldMolecule molecule = MoleculeOnMetal.of(SILVER.withPinning(pinned)).energy();
      molecule.surround(null);
      for (double lift : new double[] {-0.3, 0, 0.4, 3}) {
        Slopes.check(energy(molecule), Slopes.shaken(ON_SILVER, lift, 0.1, 5));
      }
    }
  }

  @Test
  void neighboursOnTheGridPullAsTheirEnergyFalls() {
    HeldMolecule molecule = ON_SILVER.energy();
    molecule.surround(ON_SILVER.neighbours(7));
    for (double lift : new double[] {-0.3, 0.1, 2, 9.5}) {
      Slopes.check(energy(molecule), Slopes.shaken(ON_SILVER, lift, 0.1, 6));
    }
  }

  @Test
  void theTipPullsAsItsEnergyFalls() {
    HeldMolecule molecule = ON_SILVER.energy();
    molecule.surround(null);
    int corner = ON_SILVER.corners().get(0);
    molecule.hold(corner, MorseBond.ofStrength(1, 1.2, 2.25));
    double[] r = Slopes.shaken(ON_SILVER, 0, 0.1, 7);
    for (double stretch : new double[] {-0.3, 0, 0.4, 1.2}) {
      molecule.moveTip(
          r[3 * corner] + 0.5, r[3 * corner + 1] - 0.4, r[3 * corner + 2] + 2.2 + stretch);
      Slopes.check(energy(molecule), r);
    }
  }

  private static Slopes.Energy energy(HeldMolecule molecule) {
    return (r, slope) -> {
      double e = molecule.evaluate(r, false);
      System.arraycopy(molecule.slope(), 0, slope, 0, slope.length);
      return e;
    };
  }

  /** Solving with the stiffness must undo a small change of the slopes. */
  @Test
  void theStiffnessIsTheChangeOfTheSlopes() throws Exception {
    HeldMolecule molecule = ON_SILVER.energy();
    molecule.surround(ON_SILVER.neighbours(7));
    double[] r = ON_SILVER.atRest(7).clone();
    int corner = ON_SILVER.corners().get(1);
    molecule.hold(corner, MorseBond.ofStrength(1, 1.2, 2.25));
    molecule.moveTip(r[3 * corner] + 0.3, r[3 * corner + 1], r[3 * corner + 2] + 2.3);
    molecule.evaluate(r, true);
    assertThat(molecule.stiffness().factorise(0)).isTrue();
    double h = 1e-5;
    double[] up = new double[r.length];
    for (int i = 0; i < r.length; i++) {
      double at = r[i];
      r[i] = at + h;
      molecule.evaluate(r, false);
      System.arraycopy(molecule.slope(), 0, up, 0, r.length);
      r[i] = at - h;
      molecule.evaluate(r, false);
      for (int k = 0; k < r.length; k++) {
        up[k] = (up[k] - molecule.slope()[k]) / (2 * h);
      }
      r[i] = at;
      molecule.stiffness().solve(up);
      for (int k = 0; k < r.length; k++) {
        assertThat(up[k]).isCloseTo(k == i ? 1 : 0, within(1e-4));
      }
    }
  }

  @Test
  void theMoleculesOwnEnergyKnowsNeitherPlaceNorDirection() {
    BondedTerms terms = new BondedTerms(Molecules.ptcda(), Stiffness.conjugated());
    MoleculeOnMetal ntcda = MoleculeOnMetal.of(SILVER.with(Molecules.ntcda()));
    BondedTerms small = new BondedTerms(ntcda.molecule(), Stiffness.conjugated());
    double[] r = Slopes.shaken(ntcda, 0, 0.2, 8);
    double[] slope = new double[r.length];
    double expected = small.addTo(r, slope);
    double[] turned = new double[r.length];
    double c = Math.cos(0.7);
    double s = Math.sin(0.7);
    for (int i = 0; i < r.length; i += 3) {
      double x = c * r[i] - s * r[i + 1];
      double y = s * r[i] + c * r[i + 1];
      turned[i] = c * x - s * r[i + 2] + 3;
      turned[i + 1] = y - 4;
      turned[i + 2] = s * x + c * r[i + 2] + 5;
    }
    assertThat(small.addTo(turned, slope)).isCloseTo(expected, within(1e-9));
    assertThat(terms.skyline(38)).hasSize(114);
  }
}
