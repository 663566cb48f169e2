package org.tipwright.physics.forcefield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PotentialsTest {

  private static final double STEP = 1e-5;
  private final NineThreeAdsorption adsorption = new NineThreeAdsorption(0.36, 1.68);
  private final MorseBond bond = new MorseBond(1.0, 1.5, 2.25);
  private final LennardJones contact = new LennardJones(0.03, 3.4);

  /** Closed form: the 9-3 law's largest force is 1.466 ε/d, at ζ = 1.165 d. */
  @Test
  void aFlatPullIsHardestWhereTheNineThreeLawSays() {
    double largest = 0;
    double at = 0;
    for (double height = 1.5; height < 4; height += 1e-4) {
      if (adsorption.slopeEvPerAngstrom(height) > largest) {
        largest = adsorption.slopeEvPerAngstrom(height);
        at = height;
      }
    }
    assertThat(largest).isCloseTo(1.466 * 0.36 / 1.68, within(0.001 * 0.32));
    assertThat(at).isCloseTo(1.165 * 1.68, within(0.002));
  }

  @Test
  void theNineThreeWellHasItsDepthAndCurvature() {
    assertThat(adsorption.energyEv(1.68)).isCloseTo(-0.36, within(1e-12));
    double curvature =
        (adsorption.slopeEvPerAngstrom(1.68 + STEP) - adsorption.slopeEvPerAngstrom(1.68 - STEP))
            / (2 * STEP);
    assertThat(curvature).isCloseTo(27 * 0.36 / (1.68 * 1.68), within(1e-3));
  }

  @Test
  void aBondMadeForAStrengthBearsJustThat() {
    MorseBond made = MorseBond.ofStrength(1.0, 1.2, 2.25);
    double stretch = StrictMath.log(2) / made.inverseWidthPerAngstrom();
    double force = made.slopeEvPerAngstrom(2.25 + stretch) * Units.NANONEWTON_PER_EV_PER_ANGSTROM;
    assertThat(force).isCloseTo(1.2, within(1e-9));
    assertThat(made.slopeEvPerAngstrom(2.25 + stretch + 0.1))
        .isLessThan(made.slopeEvPerAngstrom(2.25 + stretch));
  }

  @Property
  void slopesAreThoseOfTheEnergies(@ForAll @DoubleRange(min = 0.9, max = 9) double distance) {
    assertThat(adsorption.slopeEvPerAngstrom(distance))
        .isCloseTo(
            (adsorption.energyEv(distance + STEP) - adsorption.energyEv(distance - STEP))
                / (2 * STEP),
            within(1e-5 * (1 + Math.abs(adsorption.slopeEvPerAngstrom(distance)))));
    assertThat(bond.slopeEvPerAngstrom(distance))
        .isCloseTo(
            (bond.energyEv(distance + STEP) - bond.energyEv(distance - STEP)) / (2 * STEP),
            within(1e-5 * (1 + Math.abs(bond.slopeEvPerAngstrom(distance)))));
    double r = distance + 2;
    double slope = contact.slopeOverDistance(r * r) * r;
    assertThat(slope)
        .isCloseTo(
            (contact.energyEv((r + STEP) * (r + STEP)) - contact.energyEv((r - STEP) * (r - STEP)))
                / (2 * STEP),
            within(1e-5 * (1 + Math.abs(slope))));
  }
}
