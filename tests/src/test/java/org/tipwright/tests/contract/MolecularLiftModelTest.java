package org.tipwright.tests.contract;

import org.tipwright.physics.lift.molecular.MolecularLift;
import org.tipwright.physics.lift.molecular.MolecularSettings;
import org.tipwright.physics.lift.molecular.Substrate;

final class MolecularLiftModelTest extends LiftModelContract<MolecularLift> {

  @Override
  MolecularLift engine() {
    return new MolecularLift(MolecularSettings.ptcda(Substrate.silver()));
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
