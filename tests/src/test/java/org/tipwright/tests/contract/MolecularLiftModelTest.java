package org.tipwright.tests.contract;

import org.tipwright.physics.lift.molecular.MetalSurface;
import org.tipwright.physics.lift.molecular.MolecularLift;
import org.tipwright.physics.lift.molecular.MolecularSettings;

final class MolecularLiftModelTest extends LiftModelContract<MolecularLift> {

  @Override
  MolecularLift engine() {
    return new MolecularLift(MolecularSettings.ptcda(MetalSurface.silver()));
  }

  @Override
  double meanStrengthNanonewton() {
    return 1.25;
  }

  @Override
  double energyEv(MolecularLift engine) {
    return engine.energyEv();
  }

  @Override
  boolean slid(MolecularLift engine) {
    return engine.slid();
  }

  @Override
  double residualEvPerAngstrom(MolecularLift engine) {
    return engine.residualEvPerAngstrom();
  }
}
