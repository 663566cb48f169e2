package org.tipwright.physics.lift.molecular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tipwright.physics.lift.LiftSite;
import org.tipwright.physics.molecule.Molecules;

final class MolecularLiftTest {

  private static final MolecularSettings SILVER = MolecularSettings.ptcda(Substrate.silver());
  private static final double STRONG = 3.5;

  private static MolecularLift unbreakable() {
    return new MolecularLift(SILVER.withTip(3, MolecularSettings.RIGID_TIP));
  }

  @Test
  void contactNeedsNoForce() throws Exception {
    MolecularLift lift = new MolecularLift(SILVER);
    lift.place(new LiftSite(0.3, 2, 0, 1.25));
    assertThat(lift.tipForceNanonewton()).isLessThan(1e-4);
    assertThat(lift.bondStretchAngstrom()).isCloseTo(0, within(1e-4));
    assertThat(lift.bondIntact()).isTrue();
    assertThat(lift.freeOfSite()).isFalse();
    assertThat(lift.residualEvPerAngstrom()).isLessThan(1e-3);
  }

  @Test
  void aWeakBondBreaksStraightUpAndTheMoleculeFallsBack() throws Exception {
    MolecularLift lift = new MolecularLift(SILVER);
    lift.place(new LiftSite(0, 0, 0, 0.9));
    double rest = lift.heightAngstrom(0);
    double z = 0;
    while (lift.bondIntact() && z < 6) {
      z += 0.1;
      lift.moveTip(0, 0, z);
    }
    assertThat(z).isLessThan(5);
    assertThat(lift.slid()).isTrue();
    assertThat(lift.tipForceNanonewton()).isZero();
    assertThat(lift.bondStretchAngstrom()).isInfinite();
    assertThat(lift.heightAngstrom(0)).isCloseTo(rest, within(0.3));
    assertThat(lift.residualEvPerAngstrom()).isLessThan(1e-3);
  }

  @Test
  void theWayBackIsNotTheWayUp() throws Exception {
    MolecularLift lift = unbreakable();
    lift.place(new LiftSite(0, 0, 0, STRONG));
    double up = 0;
    for (int i = 1; i <= 90; i++) {
      lift.moveTip(0, 0, 0.1 * i);
      if (i == 40) {
        up = lift.energyEv();
      }
    }
    for (int i = 89; i >= 40; i--) {
      lift.moveTip(0, 0, 0.1 * i);
    }
    assertThat(lift.energyEv() - up).isGreaterThan(0.2);
  }

  /** The layer has a twofold axis through each molecule. */
  @Test
  void oppositeCornersAreAlikeAndNeighbouringOnesAreNot() throws Exception {
    double[] force = new double[4];
    for (int corner = 0; corner < 4; corner++) {
      MolecularLift lift = unbreakable();
      lift.place(new LiftSite(1.1, corner, 0, STRONG));
      for (int i = 1; i <= 30; i++) {
        lift.moveTip(0.03 * i, -0.02 * i, 0.1 * i);
      }
      force[corner] = lift.tipForceNanonewton();
    }
    assertThat(force[2]).isCloseTo(force[0], within(1e-2));
    assertThat(force[3]).isCloseTo(force[1], within(1e-2));
    assertThat(Math.abs(force[1] - force[0])).isGreaterThan(0.02);
  }

  @Test
  void aMirroredSiteGivesTheMirroredLift() throws Exception {
    MolecularLift one = unbreakable();
    MolecularLift other = unbreakable();
    one.place(new LiftSite(0.4, 1, 0, STRONG, false));
    other.place(new LiftSite(-0.4, 1, 0, STRONG, true));
    for (int i = 1; i <= 30; i++) {
      one.moveTip(0.05 * i, 0.02 * i, 0.1 * i);
      other.moveTip(0.05 * i, -0.02 * i, 0.1 * i);
    }
    assertThat(other.tipForceNanonewton()).isCloseTo(one.tipForceNanonewton(), within(1e-6));
  }

  @Test
  void turningTheLaboratoryTurnsTheLift() throws Exception {
    MolecularLift one = unbreakable();
    MolecularLift other = unbreakable();
    one.place(new LiftSite(0, 0, 0, STRONG));
    other.place(new LiftSite(Math.PI / 2, 0, 0, STRONG));
    for (int i = 1; i <= 20; i++) {
      one.moveTip(0.1 * i, 0.04 * i, 0.1 * i);
      other.moveTip(-0.04 * i, 0.1 * i, 0.1 * i);
    }
    assertThat(other.tipForceNanonewton()).isCloseTo(one.tipForceNanonewton(), within(1e-6));
  }

  @Test
  void theForceIsTheSlopeOfTheEnergyAndTheStiffnessThatOfTheForce() throws Exception {
    MolecularLift lift = unbreakable();
    lift.place(new LiftSite(0, 0, 7, STRONG));
    for (int i = 1; i <= 20; i++) {
      lift.moveTip(0.05 * i, 0, 0.1 * i);
    }
    double force = lift.verticalForceNanonewton() / 1.602176634;
    double stiffness = lift.verticalStiffnessNewtonPerMetre() / 16.02176634;
    double h = 1e-3;
    lift.moveTip(1, 0, 2 + h);
    double energyUp = lift.energyEv();
    double forceUp = lift.verticalForceNanonewton() / 1.602176634;
    lift.moveTip(1, 0, 2 - h);
    double energyDown = lift.energyEv();
    double forceDown = lift.verticalForceNanonewton() / 1.602176634;
    assertThat((energyUp - energyDown) / (2 * h)).isCloseTo(force, within(1e-4));
    assertThat((forceUp - forceDown) / (2 * h)).isCloseTo(stiffness, within(1e-3));
  }

  @Test
  void anotherMoleculeIsLiftedWithoutCode() throws Exception {
    MolecularLift lift = new MolecularLift(SILVER.with(Molecules.ntcda()), true);
    lift.place(new LiftSite(0, 0, 7, 2.5));
    for (int i = 1; i <= 120; i++) {
      lift.moveTip(0, 0, 0.1 * i);
    }
    assertThat(lift.bondIntact()).isTrue();
    assertThat(lift.freeOfSite()).isTrue();
  }
}
