package org.tipwright.bridge.microscope.specimen;

/**
 * What a tip that met the surface has done.
 *
 * @param crashes how often the tip was driven into what lay below, beyond point contact
 * @param dips how often that was meant, as when a tip is shaped
 * @param deepestAngstrom how far beyond point contact it got at most, crashes only
 * @param tipChanges how often the tip became another one
 */
public record Wreckage(int crashes, int dips, double deepestAngstrom, int tipChanges) {

  static final Wreckage NONE = new Wreckage(0, 0, 0, 0);

  Wreckage touched(boolean meant) {
    return meant
        ? new Wreckage(crashes, dips + 1, deepestAngstrom, tipChanges)
        : new Wreckage(crashes + 1, dips, deepestAngstrom, tipChanges);
  }

  Wreckage atDepth(double angstrom) {
    return new Wreckage(crashes, dips, Math.max(deepestAngstrom, angstrom), tipChanges);
  }

  Wreckage changedTip() {
    return new Wreckage(crashes, dips, deepestAngstrom, tipChanges + 1);
  }
}
