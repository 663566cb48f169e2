package org.tipwright.bridge.microscope.specimen;

import java.util.random.RandomGenerator;
import org.tipwright.physics.lift.BondSwitching;
import org.tipwright.physics.scan.TipShape;

/**
 * One tip, until it changes.
 *
 * @param shape its apexes
 * @param bondStrengthNanonewton what its bond to an oxygen bears
 * @param switching what current and bias do to that bond
 * @param contactPotentialVolt bias of the smallest frequency shift
 */
record Tip(
    TipShape shape,
    double bondStrengthNanonewton,
    BondSwitching switching,
    double contactPotentialVolt) {

  private static final double WEAKEST_NANONEWTON = 0.3;

  /** A tip from the workshop: one atom at its end. */
  static Tip fresh(RandomGenerator random, SpecimenSettings settings) {
    return draw(TipShape.sharp(), random, settings);
  }

  /**
   * A tip that met the surface: half of them still have one atom at the end, the others two or a
   * facet. How often each occurs is a modelling choice.
   */
  static Tip changed(RandomGenerator random, SpecimenSettings settings) {
    double luck = random.nextDouble();
    TipShape shape = TipShape.sharp();
    if (luck > 0.8) {
      shape = TipShape.blunt(2.89, 0.5 * random.nextDouble());
    } else if (luck > 0.5) {
      shape =
          TipShape.twofold(
              3 + 9 * random.nextDouble(),
              2 * StrictMath.PI * random.nextDouble(),
              random.nextDouble());
    }
    return draw(shape, random, settings);
  }

  private static Tip draw(TipShape shape, RandomGenerator random, SpecimenSettings settings) {
    double strength =
        settings.strengthNanonewton() + settings.strengthSdNanonewton() * random.nextGaussian();
    double switching = rate(settings.switchingPerNanocoulomb(), random, settings);
    double release = rate(settings.releasePerVoltSecond(), random, settings);
    return new Tip(
        shape,
        Math.max(strength, WEAKEST_NANONEWTON),
        new BondSwitching(switching, release),
        -0.1 + 0.1 * random.nextGaussian());
  }

  private static double rate(double median, RandomGenerator random, SpecimenSettings settings) {
    return median * StrictMath.pow(10, settings.rateSpreadDecades() * random.nextGaussian());
  }
}
