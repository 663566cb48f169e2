package org.tipwright.bridge.microscope.specimen;

import java.util.ArrayList;
import java.util.List;
import org.tipwright.physics.lift.molecular.MolecularSettings;
import org.tipwright.physics.lift.molecular.MoleculeOnMetal;
import org.tipwright.physics.lift.molecular.Substrate;
import org.tipwright.physics.molecule.LayerCell;
import org.tipwright.physics.molecule.Molecules;

/**
 * A round island of the PTCDA herringbone layer on Ag(111): two molecules per cell, in one of the
 * layer's domains or their mirror images.
 *
 * @param xAngstrom of its centre
 * @param yAngstrom of its centre
 * @param radiusAngstrom of its edge
 * @param azimuthRadians of the long cell vector, before mirroring
 * @param mirror 1, or −1 for the mirror image in the x axis
 */
record Island(
    double xAngstrom, double yAngstrom, double radiusAngstrom, double azimuthRadians, int mirror) {

  static final MolecularSettings SETTINGS = MolecularSettings.ptcda(Substrate.silver());

  private static final double[] TURN_DEGREES = {
    MoleculeOnMetal.of(SETTINGS).turnDegrees(0), MoleculeOnMetal.of(SETTINGS).turnDegrees(1)
  };

  private static final LayerCell CELL = Molecules.ptcda().cell().orElseThrow();

  /** The molecule that belongs at a place. */
  LyingMolecule at(LayerPlace place) {
    double half = place.which() == 1 ? 0.5 : 0;
    double angle = StrictMath.toRadians(CELL.angleDegrees());
    double along = (place.row() + half) * CELL.longAngstrom();
    double across = (place.column() + half) * CELL.shortAngstrom();
    double u = along + across * StrictMath.cos(angle);
    double v = across * StrictMath.sin(angle);
    double cos = StrictMath.cos(azimuthRadians);
    double sin = StrictMath.sin(azimuthRadians);
    double turn = StrictMath.toRadians(TURN_DEGREES[place.which()]) + azimuthRadians;
    return new LyingMolecule(
        xAngstrom + cos * u - sin * v,
        yAngstrom + mirror * (sin * u + cos * v),
        mirror * turn,
        mirror < 0,
        place);
  }

  /** Every molecule of the complete island. */
  List<LyingMolecule> molecules() {
    List<LyingMolecule> all = new ArrayList<>();
    int rows = (int) Math.ceil(radiusAngstrom / CELL.longAngstrom()) + 1;
    int columns = (int) Math.ceil(radiusAngstrom / CELL.shortAngstrom()) + 1;
    for (int row = -rows; row <= rows; row++) {
      for (int column = -columns; column <= columns; column++) {
        for (int which = 0; which < 2; which++) {
          LyingMolecule molecule = at(new LayerPlace(this, row, column, which));
          if (molecule.distanceAngstrom(xAngstrom, yAngstrom) <= radiusAngstrom) {
            all.add(molecule);
          }
        }
      }
    }
    return all;
  }

  /** The places around one, the nearest first. */
  List<LyingMolecule> around(LyingMolecule centre, LayerPlace place) {
    List<LyingMolecule> all = new ArrayList<>();
    for (int row = -3; row <= 3; row++) {
      for (int column = -3; column <= 3; column++) {
        for (int which = 0; which < 2; which++) {
          if (row != 0 || column != 0 || which != place.which()) {
            all.add(at(new LayerPlace(this, place.row() + row, place.column() + column, which)));
          }
        }
      }
    }
    all.sort(
        (a, b) ->
            Double.compare(
                a.distanceAngstrom(centre.xAngstrom(), centre.yAngstrom()),
                b.distanceAngstrom(centre.xAngstrom(), centre.yAngstrom())));
    return all;
  }
}
