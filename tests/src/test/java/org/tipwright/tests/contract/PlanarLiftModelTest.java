package org.tipwright.tests.contract;

import org.tipwright.physics.lift.planar.PlanarLift;
import org.tipwright.physics.lift.planar.PlanarMolecule;

final class PlanarLiftModelTest extends LiftModelContract<PlanarLift> {

  @Override
  PlanarLift engine() {
    return new PlanarLift(PlanarMolecule.ptcdaOnSilver());
  }

  @Override
  double meanStrengthNanonewton() {
    return 1.12;
  }

  @Override
  double energyEv(PlanarLift engine) {
    return engine.energyEv();
  }

  @Override
  boolean slid(PlanarLift engine) {
    return engine.slid();
  }

  @Override
  double residualEvPerAngstrom(PlanarLift engine) {
    return engine.residualEvPerAngstrom();
  }
}
