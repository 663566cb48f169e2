package org.tipwright.bridge.microscope.specimen;

import java.util.ArrayList;
import java.util.List;
import org.tipwright.env.random.RandomStream;
import org.tipwright.physics.scan.Adsorbate;
import org.tipwright.physics.scan.AdsorbateKind;

/**
 * A square of the endless terrace, 48 nm wide, with an island of the layer and adsorbates on the
 * bare metal. Drawn from the seed when somebody first comes near; what happens to it stays.
 */
final class Supercell {

  static final double EDGE_ANGSTROM = 480;

  private static final double CENTRE_ANGSTROM = 60;
  private static final double SMALLEST_ANGSTROM = 90;
  private static final double LARGEST_ANGSTROM = 140;
  private static final double SHORE_ANGSTROM = 25;
  private static final double CARBON_MONOXIDE_SHARE = 0.25;

  final List<LyingMolecule> molecules;
  final List<Adsorbate> others = new ArrayList<>();

  Supercell(long column, long row, long seed, SpecimenSettings settings) {
    RandomStream random = new RandomStream(seed, "terrace " + column + " " + row);
    double x = column * EDGE_ANGSTROM;
    double y = row * EDGE_ANGSTROM;
    Island island =
        new Island(
            x + CENTRE_ANGSTROM * (2 * random.nextDouble() - 1),
            y + CENTRE_ANGSTROM * (2 * random.nextDouble() - 1),
            SMALLEST_ANGSTROM + (LARGEST_ANGSTROM - SMALLEST_ANGSTROM) * random.nextDouble(),
            random.nextInt(3) * StrictMath.PI / 3,
            random.nextBoolean() ? 1 : -1);
    molecules = new ArrayList<>(island.molecules());
    molecules.removeIf(molecule -> random.nextDouble() < settings.missingProbability());
    for (int i = 0; i < settings.adatoms(); i++) {
      double atX = x + EDGE_ANGSTROM * (random.nextDouble() - 0.5);
      double atY = y + EDGE_ANGSTROM * (random.nextDouble() - 0.5);
      AdsorbateKind kind =
          random.nextDouble() < CARBON_MONOXIDE_SHARE
              ? AdsorbateKind.carbonMonoxide()
              : AdsorbateKind.adatom();
      double fromCentre = StrictMath.hypot(atX - island.xAngstrom(), atY - island.yAngstrom());
      if (fromCentre > island.radiusAngstrom() + SHORE_ANGSTROM) {
        others.add(Adsorbate.of(kind, atX, atY, 0));
      }
    }
  }
}
