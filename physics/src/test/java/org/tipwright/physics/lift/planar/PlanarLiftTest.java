package org.tipwright.physics.lift.planar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.jbox2d.common.Vec2;
import org.junit.jupiter.api.Test;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.forcefield.MorseBond;
import org.tipwright.physics.forcefield.Units;
import org.tipwright.physics.lift.LiftSite;

class PlanarLiftTest {

  private static final double INWARD = 0;
  private static final double OUTWARD = StrictMath.PI;
  private static final double SIDEWAYS = StrictMath.PI / 2;

  private final PlanarLift lift = new PlanarLift(PlanarMolecule.ptcdaOnSilver());

  @Test
  void theInwardPathFreesTheMolecule() throws NotConverged {
    peel(INWARD, 1.12, 45, 14);
    assertThat(lift.bondIntact()).isTrue();
    assertThat(lift.freeOfSite()).isTrue();
  }

  @Test
  void straightUpBreaksTheSameBondHalfWay() throws NotConverged {
    assertThat(peel(INWARD, 1.12, 0, 14)).isBetween(4.0, 9.0);
    assertThat(lift.bondIntact()).isFalse();
    assertThat(lift.tipForceNanonewton()).isZero();
  }

  @Test
  void outwardAndSidewaysBreakIt() throws NotConverged {
    assertThat(peel(OUTWARD, 1.12, 45, 14)).isLessThan(5);
    assertThat(peel(SIDEWAYS, 1.12, 45, 14)).isLessThan(9);
  }

  /** The planar table of the fact sheet: gentlest inward, worse straight up, worst outward. */
  @Test
  void theForceNeededOrdersThePathsAsTheFactSheetDoes() throws NotConverged {
    double inward = worstForce(INWARD, 45);
    double up = worstForce(INWARD, 0);
    double outward = worstForce(OUTWARD, 45);
    assertThat(inward).isLessThan(1.0);
    assertThat(up).isBetween(1.15, 1.45);
    assertThat(outward).isGreaterThan(up + 0.2);
  }

  @Test
  void withoutNeighboursStraightUpIsEasier() throws NotConverged {
    lift.place(new LiftSite(INWARD, 0, 7, 2.5));
    double isolated = worst(0);
    assertThat(isolated).isLessThan(worstForce(INWARD, 0) - 0.2);
  }

  @Test
  void turningSiteAndPathTogetherChangesNothing() throws NotConverged {
    lift.place(new LiftSite(0.7, 1, 0, 2.5));
    lift.moveTip(2 * StrictMath.cos(0.7), 2 * StrictMath.sin(0.7), 3);
    double turned = lift.tipForceNanonewton();
    lift.place(new LiftSite(0, 1, 0, 2.5));
    lift.moveTip(2, 0, 3);
    assertThat(turned).isCloseTo(lift.tipForceNanonewton(), within(2e-3));
  }

  @Test
  void aSiteForgetsTheMoleculesBeforeIt() throws NotConverged {
    LiftSite site = new LiftSite(0.3, 2, 1, 1.2);
    PlanarLift fresh = new PlanarLift(PlanarMolecule.ptcdaOnSilver());
    fresh.place(site);
    fresh.moveTip(0.5, 0.2, 1);
    peel(OUTWARD, 1.0, 45, 14);
    lift.place(site);
    lift.moveTip(0.5, 0.2, 1);
    assertThat(lift.tipForceNanonewton()).isEqualTo(fresh.tipForceNanonewton());
    assertThat(lift.energyEv()).isEqualTo(fresh.energyEv());
  }

  @Test
  void theStiffnessIsTheSlopeOfTheForce() throws NotConverged {
    lift.place(new LiftSite(INWARD, 0, 0, 2.5));
    lift.moveTip(0, 0, 2.00);
    double below = lift.tipForceNanonewton();
    lift.moveTip(0, 0, 2.05);
    double stiffness = lift.verticalStiffnessNewtonPerMetre();
    lift.moveTip(0, 0, 2.10);
    double above = lift.tipForceNanonewton();
    // 1 nN/Å is 10 N/m; the pull is vertical here, so its length is its vertical part.
    assertThat(stiffness).isCloseTo((above - below) / 0.1 * 10, within(0.25));
  }

  /** Au's bond of 1 eV and 1.5 1/Å bears 0.75 eV/Å: both ways to give it are the same bond. */
  @Test
  void aBondOfOnesOwnTakesThePlaceOfTheSitesStrength() throws NotConverged {
    PlanarLift gold = new PlanarLift(PlanarMolecule.smoothGold());
    gold.place(new LiftSite(INWARD, 0, 0, 0.75 * Units.NANONEWTON_PER_EV_PER_ANGSTROM));
    gold.moveTip(0, 0, 1);
    double ofTheSite = gold.tipForceNanonewton();
    gold.place(new LiftSite(INWARD, 0, 0, 0.3), new MorseBond(1, 1.5, 2.25));
    gold.moveTip(0, 0, 1);
    assertThat(gold.tipForceNanonewton()).isCloseTo(ofTheSite, within(1e-6));
  }

  @Test
  void askingForTheStiffnessChangesNothing() throws NotConverged {
    lift.place(new LiftSite(INWARD, 0, 0, 1.2));
    lift.moveTip(0.3, 0.1, 1);
    double force = lift.tipForceNanonewton();
    double energy = lift.energyEv();
    lift.verticalStiffnessNewtonPerMetre();
    assertThat(lift.tipForceNanonewton()).isEqualTo(force);
    assertThat(lift.energyEv()).isEqualTo(energy);
  }

  @Test
  void whatIsLeftAfterARuptureIsRelaxedToo() throws NotConverged {
    peel(OUTWARD, 1.12, 45, 14);
    assertThat(lift.bondIntact()).isFalse();
    assertThat(lift.slid()).isTrue();
    assertThat(lift.residualEvPerAngstrom()).isLessThan(PlanarLift.TOLERANCE);
  }

  /** The first oxygen tears off between 6 and 9 Å: an edge, though the bond to the tip holds. */
  @Test
  void anEndThatTearsOffIsSaidToSlip() throws NotConverged {
    lift.place(new LiftSite(INWARD, 0, 0, 2.5));
    int slips = 0;
    for (int i = 1; i <= 140; i++) {
      step(i, 0);
      slips += lift.slid() ? 1 : 0;
    }
    assertThat(lift.bondIntact()).isTrue();
    assertThat(slips).isBetween(1, 10);
  }

  @Test
  void aSheetCutFinerHasTheSameStiffnessAdhesionAndOxygens() {
    PlanarMolecule fine = PlanarMolecule.ptcdaOnSilver().withSegments(16);
    PlanarChain coarse = PlanarMolecule.ptcdaOnSilver().chain();
    assertThat(fine.chain().lengthAngstrom()).isCloseTo(coarse.lengthAngstrom(), within(1e-12));
    assertThat(fine.chain().bendingStiffnessEvAngstrom())
        .isCloseTo(coarse.bendingStiffnessEvAngstrom(), within(1e-12));
    assertThat(fine.chain().adhesionEvPerAngstrom())
        .isCloseTo(coarse.adhesionEvPerAngstrom(), within(1e-12));
    assertThat(new PlanarForceField(fine).secondOxygen()).isEqualTo(2);
  }

  /** At 2.2 nN and 1 eV the bond rings at the usual time steps: a calmer attempt comes to rest. */
  @Test
  void aStiffBondComesToRestToo() throws NotConverged {
    lift.place(new LiftSite(3.6040489448605535, 3, 0, 2.23184825567171));
    lift.moveTip(0.054549727328598197, 0.16808979144475272, 0);
    assertThat(lift.residualEvPerAngstrom()).isLessThan(PlanarLift.TOLERANCE);
  }

  @Test
  void aToleranceLooserThanPromisedIsRefused() {
    assertThatThrownBy(() -> new PlanarLift(PlanarMolecule.smoothGold(), 2e-3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLargerTimeStepThanJBox2dBearsIsRefused() {
    ChainBodies chain = new ChainBodies(8, 1.45, 2, 30);
    assertThatThrownBy(() -> chain.step(1.01)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> chain.step(2.0)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Segments' ends, as JBox2D has them, must meet: node positions are computed as if they did. */
  @Test
  void theJointsStayClosedWhileTheChainIsPeeled() throws NotConverged {
    PlanarMolecule molecule = PlanarMolecule.ptcdaOnSilver();
    PlanarForceField field = new PlanarForceField(molecule);
    ChainBodies chain = new ChainBodies(8, 1.45, 2, 30);
    ChainRelaxation relaxation =
        new ChainRelaxation(field, new ChainGradient(molecule.chain(), field), chain, 4);
    field.place(new LiftSite(INWARD, 0, 0, 2.5), MorseBond.ofStrength(1, 2.5, 2.25));
    relaxation.layFlat();
    for (int i = 0; i <= 60; i++) {
      field.tipAt(11.6 - 0.1 * i, 0, 2.25 + 0.1 * i);
      relaxation.relax(1e-3);
      for (int joint = 1; joint < chain.size(); joint++) {
        Vec2 end = chain.body(joint - 1).getWorldPoint(new Vec2(0.725f, 0));
        Vec2 begin = chain.body(joint).getWorldPoint(new Vec2(-0.725f, 0));
        assertThat(end.sub(begin).length()).isLessThan(1e-3f);
      }
    }
  }

  private double worstForce(double azimuth, double degrees) throws NotConverged {
    lift.place(new LiftSite(azimuth, 0, 0, 2.5));
    return worst(degrees);
  }

  private double worst(double degrees) throws NotConverged {
    double worst = 0;
    for (int i = 1; i <= 140; i++) {
      step(i, degrees);
      worst = Math.max(worst, lift.tipForceNanonewton());
    }
    assertThat(lift.bondIntact()).isTrue();
    return worst;
  }

  /** Lifts along x and returns the height in Å at which it ended. */
  private double peel(double azimuth, double strength, double degrees, double height)
      throws NotConverged {
    lift.place(new LiftSite(azimuth, 0, 0, strength));
    int i = 0;
    while (i < height * 10 && lift.bondIntact()) {
      step(++i, degrees);
    }
    return 0.1 * i;
  }

  private void step(int i, double degrees) throws NotConverged {
    double z = 0.1 * i;
    double lateral = Math.max(0, z - 1) * StrictMath.tan(StrictMath.toRadians(degrees));
    lift.moveTip(lateral, 0, z);
  }
}
