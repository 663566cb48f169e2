package org.tipwright.physics.slide;

import java.util.random.RandomGenerator;
import org.tipwright.physics.NotConverged;

/**
 * A tip that moves adsorbates over a surface. After each call every adsorbate is relaxed, starting
 * from where it was; between two calls energy changes only by the tip's work, except in the jumps
 * that {@link #events} lists.
 *
 * <p>Lateral positions in Å, x along a close-packed row, a top site at the origin; the tip's height
 * is that of its apex atom over the plane in which the adsorbates move.
 */
public interface SlideModel {

  /**
   * Lays adsorbates out under a tip, relaxes them, and sets the clock to 0.
   *
   * @param random decides when adsorbates hop, until the next call
   * @throws NotConverged if no relaxed state is found
   */
  void place(SlideScene scene, RandomGenerator random) throws NotConverged;

  /**
   * Moves the tip in a straight line, in small sub-steps, at a speed; the clock goes on.
   *
   * @throws NotConverged if no relaxed state is found; {@link #place} is the only way on
   */
  void moveTip(double xAngstrom, double yAngstrom, double zAngstrom, double speedAngstromPerSecond)
      throws NotConverged;

  /**
   * Lets time go by, the tip at rest.
   *
   * @throws NotConverged if no relaxed state is found; {@link #place} is the only way on
   */
  void dwell(double seconds) throws NotConverged;

  /** How many adsorbates there are. */
  int adsorbates();

  /** x of an adsorbate's centre, in Å. */
  double xAngstrom(int adsorbate);

  /** y of an adsorbate's centre, in Å. */
  double yAngstrom(int adsorbate);

  /** Direction of an adsorbate's long axis against x, in rad; 0 for a round one. */
  double azimuthRadians(int adsorbate);

  /** x component of the force that the adsorbates exert on the tip, in nN. */
  double tipForceXNanonewton();

  /** y component of the force on the tip, in nN. */
  double tipForceYNanonewton();

  /** Vertical force on the tip, in nN: negative where the adsorbates attract it. */
  double tipForceZNanonewton();

  /** Energy of adsorbates, surface and tip together, in eV. */
  double energyEv();

  /**
   * Work that the tip has done since {@link #place}, in eV: the energy has grown by this, less what
   * the jumps released.
   */
  double workEv();

  /** Time since {@link #place}, in s. */
  double clockSeconds();

  /** What jumped during the last {@link #place}, {@link #moveTip} or {@link #dwell}. */
  SlideEvents events();
}
