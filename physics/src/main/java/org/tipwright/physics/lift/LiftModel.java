package org.tipwright.physics.lift;

import java.util.random.RandomGenerator;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.forcefield.ThermalHops;

/**
 * A tip that holds a molecule by a corner oxygen and pulls it out of its neighbourhood, quasi-
 * statically: after each call the molecule is relaxed, starting from where it was, so hysteresis is
 * kept. Positions are in Å relative to contact, in the laboratory's axes, z up.
 */
public interface LiftModel {

  /**
   * Puts the molecule flat into a site and the tip at contact, (0, 0, 0), bond formed.
   *
   * @throws NotConverged if no relaxed state is found
   */
  void place(LiftSite site) throws NotConverged;

  /**
   * Moves the tip in small sub-steps to a position relative to contact and relaxes.
   *
   * @throws NotConverged if no relaxed state is found; {@link #place} is the only way on
   */
  void moveTip(double xAngstrom, double yAngstrom, double zAngstrom) throws NotConverged;

  /**
   * Stays where it is, while heat may carry the bond to the tip, or what still lies on the metal,
   * over its tilted barrier. At most one such event happens; one random number is used, none at
   * temperature 0.
   *
   * @param seconds how long
   * @param heat temperature and attempt frequency
   * @param random decides what happens
   * @throws NotConverged if no relaxed state is found after an event
   */
  void dwell(double seconds, ThermalHops heat, RandomGenerator random) throws NotConverged;

  /**
   * Opens the bond to the tip, as happens when a molecule is put down, and relaxes.
   *
   * @throws NotConverged if no relaxed state is found
   */
  void release() throws NotConverged;

  /** Whether the bond between tip and oxygen still holds. Once broken it stays broken. */
  boolean bondIntact();

  /** Whether every carboxylic oxygen has left its site: less than a tenth of each bond is left. */
  boolean freeOfSite();

  /** Force between tip and molecule in nN; 0 once the bond is broken. */
  double tipForceNanonewton();

  /** By how much the bond is longer than at its energy minimum, in Å; +∞ once broken. */
  double bondStretchAngstrom();

  /** Slope of the vertical force on the tip, dF/dz, in N/m: what a qPlus sensor feels. */
  double verticalStiffnessNewtonPerMetre();
}
