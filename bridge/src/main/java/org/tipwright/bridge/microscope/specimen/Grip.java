package org.tipwright.bridge.microscope.specimen;

import java.util.random.RandomGenerator;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.forcefield.ThermalHops;
import org.tipwright.physics.junction.MolecularJunction;
import org.tipwright.physics.junction.QPlusSensor;
import org.tipwright.physics.lift.molecular.MolecularLift;

/**
 * A molecule that the tip holds by a corner oxygen while it still touches its surroundings: the
 * molecular engine, relaxed anew whenever the tip has moved enough to matter.
 */
final class Grip {

  /** Height of the tip over point contact with the bare metal at which it touches an oxygen. */
  static final double CONTACT_ANGSTROM = 4.2;

  /** So far the tip moves before the molecule is relaxed anew. */
  private static final double STRIDE_ANGSTROM = 0.02;

  /** So long the tip may rest before heat and bias have their chance. */
  private static final double REST_SECONDS = 0.1;

  /** At this height over contact nothing of the molecule feels its surroundings any more. */
  private static final double FREE_ANGSTROM = 18;

  /** What a molecule does that is pressed further than this is not worked out. */
  private static final double PRESSED_ANGSTROM = -0.6;

  private static final double LIFTED_ANGSTROM = 2;
  private static final double PUT_DOWN_ANGSTROM = 0.5;
  private static final double ATTEMPTS_PER_SECOND = 1e12;

  final LyingMolecule molecule;
  private final MolecularLift engine;
  private final double contactX;
  private final double contactY;
  private final Tip tip;
  private final ThermalHops heat;
  private final MolecularJunction junction = MolecularJunction.ptcdaOnSilver();
  private final MolecularJunction switchedJunction;
  private final RandomGenerator random;

  private double relaxedX;
  private double relaxedY;
  private double relaxedZ;
  private double z;
  private double pendingSeconds;
  private double pendingVoltSeconds;
  private double pendingNanocoulomb;
  private double highest;
  private boolean switched;
  private double stiffness;

  /** Makes contact; the tip is at the contact's height over an oxygen, or a little beside it. */
  Grip(
      MolecularLift engine,
      LyingMolecule molecule,
      int corner,
      int missingNeighbours,
      Tip tip,
      SpecimenSettings settings,
      RandomGenerator random)
      throws NotConverged {
    this.engine = engine;
    this.molecule = molecule;
    this.contactX = molecule.cornerX(corner);
    this.contactY = molecule.cornerY(corner);
    this.tip = tip;
    this.random = random;
    this.heat = new ThermalHops(ATTEMPTS_PER_SECOND, settings.kelvin());
    this.switchedJunction = junction.weakenedBy(settings.switchedDecades());
    engine.place(molecule.liftSite(corner, missingNeighbours, tip.bondStrengthNanonewton()));
    stiffness = engine.verticalStiffnessNewtonPerMetre();
  }

  /** The tip goes straight to a place while a current flows. */
  void follow(double x, double y, double height, double seconds, double volt, double nanoampere)
      throws NotConverged {
    z = Math.max(PRESSED_ANGSTROM, height - CONTACT_ANGSTROM);
    highest = Math.max(highest, z);
    pendingSeconds += seconds;
    pendingVoltSeconds += Math.abs(volt) * seconds;
    pendingNanocoulomb += Math.abs(nanoampere) * seconds;
    double dx = x - contactX - relaxedX;
    double dy = y - contactY - relaxedY;
    double dz = z - relaxedZ;
    boolean moved = dx * dx + dy * dy + dz * dz > STRIDE_ANGSTROM * STRIDE_ANGSTROM;
    if (moved || pendingSeconds > REST_SECONDS) {
      relaxedX = x - contactX;
      relaxedY = y - contactY;
      relaxedZ = z;
      engine.moveTip(relaxedX, relaxedY, relaxedZ);
      engine.dwell(pendingSeconds, heat, random);
      letBiasAct();
      stiffness = engine.verticalStiffnessNewtonPerMetre();
    }
  }

  private void letBiasAct() throws NotConverged {
    double luck = random.nextDouble();
    boolean putDown = highest > LIFTED_ANGSTROM && z < PUT_DOWN_ANGSTROM;
    if (putDown
        && engine.bondIntact()
        && luck < tip.switching().releaseProbability(pendingVoltSeconds, 1)) {
      engine.release();
    }
    if (random.nextDouble() < tip.switching().switchProbability(pendingNanocoulomb, 1)) {
      switched = !switched;
    }
    pendingSeconds = 0;
    pendingVoltSeconds = 0;
    pendingNanocoulomb = 0;
  }

  boolean holds() {
    return engine.bondIntact();
  }

  /** Whether the molecule hangs free, far enough up that nothing remains to be worked out. */
  boolean free() {
    return z >= FREE_ANGSTROM && engine.freeOfSite();
  }

  /** Whether the molecule had left its place when it was lost. */
  boolean leftItsPlace() {
    return highest > LIFTED_ANGSTROM;
  }

  double nanosiemens() {
    return (switched ? switchedJunction : junction)
        .bondedNanosiemens(z, engine.bondStretchAngstrom());
  }

  double forceNanonewton() {
    return engine.tipForceNanonewton();
  }

  double frequencyShiftHertz() {
    return QPlusSensor.common().frequencyShiftHertz(stiffness);
  }
}
