package org.tipwright.physics.slide;

/**
 * One jump of an adsorbate.
 *
 * @param kind why it jumped
 * @param adsorbate which one
 * @param clockSeconds when, since the scene was placed
 * @param fromXAngstrom where it was, likewise {@code fromYAngstrom}
 * @param toXAngstrom where it went, likewise {@code toYAngstrom}
 * @param barrierEv what it had to climb, in eV; 0 for a snap
 * @param releasedEv by how much the energy of the whole scene fell, in eV; negative if it rose
 */
public record SlideEvent(
    Kind kind,
    int adsorbate,
    double clockSeconds,
    double fromXAngstrom,
    double fromYAngstrom,
    double toXAngstrom,
    double toYAngstrom,
    double barrierEv,
    double releasedEv) {

  /** Why an adsorbate jumps. */
  public enum Kind {
    /** The minimum that held it is gone: it falls into another. */
    SNAP,
    /** Heat took it over a barrier. */
    THERMAL_HOP,
    /** Tunnelling electrons took it over a barrier. */
    ELECTRON_HOP
  }

  /** Length of the jump in Å. */
  public double lengthAngstrom() {
    double dx = toXAngstrom - fromXAngstrom;
    double dy = toYAngstrom - fromYAngstrom;
    return StrictMath.sqrt(dx * dx + dy * dy);
  }
}
