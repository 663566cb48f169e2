package org.tipwright.physics.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipwright.physics.junction.TunnellingGap;
import org.tipwright.physics.molecule.Molecules;

class ScanTest {

  private static final double SETPOINT = 0.05;

  private final TunnellingGap gap = TunnellingGap.silver();
  private final ScanFrame frame = ScanFrame.square(3, -2, 60, 61);

  private ImagedSurface surface(Adsorbate... adsorbates) {
    ImagedSurface surface = new ImagedSurface(gap, 0.1, null);
    surface.place(List.of(adsorbates));
    return surface;
  }

  private double[] constantCurrent(TipShape tip, ImagedSurface surface) {
    double[] heights = new double[frame.pixels()];
    new Scan(frame, tip).constantCurrent(surface, SETPOINT, heights);
    return heights;
  }

  private int pixel(double x, double y) {
    int column = (int) StrictMath.rint((x - frame.leftAngstrom()) / frame.pixelAngstrom());
    int row = (int) StrictMath.rint((y - frame.bottomAngstrom()) / frame.pixelAngstrom());
    return row * frame.columns() + column;
  }

  @Test
  void anAdatomIsAsHighAndWideAsItsKind() {
    double[] heights =
        constantCurrent(TipShape.sharp(), surface(Adsorbate.of(AdsorbateKind.adatom(), 3, -2, 0)));
    double bare = gap.heightAngstrom(SETPOINT / 0.1);
    assertThat(heights[pixel(3, -2)]).isCloseTo(bare + 1, within(1e-9));
    assertThat(heights[pixel(33, -2)]).isCloseTo(bare, within(1e-9));
    double half = heights[pixel(6, -2)] + heights[pixel(7, -2)];
    assertThat(half / 2 - bare).isCloseTo(0.5, within(0.01));
  }

  @Test
  void carbonMonoxideIsADepression() {
    double[] heights =
        constantCurrent(
            TipShape.sharp(), surface(Adsorbate.of(AdsorbateKind.carbonMonoxide(), 3, -2, 0)));
    double bare = gap.heightAngstrom(SETPOINT / 0.1);
    assertThat(heights[pixel(3, -2)]).isCloseTo(bare - 0.4, within(1e-9));
  }

  /** The closed form of the whole image against the current at each of its points. */
  @Test
  void everyPixelOfAConstantCurrentImageCarriesTheSetpoint() {
    ImagedSurface surface = new ImagedSurface(gap, 0.1, SurfaceState.copper());
    surface.place(
        List.of(
            Adsorbate.of(AdsorbateKind.ptcda(), 0, 0, 0.4),
            Adsorbate.of(AdsorbateKind.adatom(), 12, -9, 0),
            Adsorbate.of(AdsorbateKind.carbonMonoxide(), -11, 13, 0)));
    for (TipShape tip :
        List.of(TipShape.sharp(), TipShape.twofold(5, 0.7, 0.3), TipShape.blunt(2.89, 0.2))) {
      double[] heights = constantCurrent(tip, surface);
      for (int row = 0; row < frame.rows(); row++) {
        for (int column = 0; column < frame.columns(); column++) {
          double height = heights[row * frame.columns() + column];
          double x = frame.xAngstrom(column);
          double y = frame.yAngstrom(row);
          assertThat(surface.currentNanoampere(tip, x, y, height))
              .isCloseTo(SETPOINT, within(1e-6 * SETPOINT));
        }
      }
    }
  }

  @Test
  void aConstantHeightImageIsTheCurrentAtThatHeight() {
    ImagedSurface surface = surface(Adsorbate.of(AdsorbateKind.ptcda(), 3, -2, 1));
    TipShape tip = TipShape.twofold(4, 0, 0);
    double[] currents = new double[frame.pixels()];
    new Scan(frame, tip).constantHeight(surface, 7, currents);
    for (double x = -20; x < 30; x += 5) {
      assertThat(currents[pixel(x, -2)])
          .isCloseTo(surface.currentNanoampere(tip, x, -2, 7), within(1e-9));
    }
  }

  @Test
  void aTipThatIsTooLowConductsAtMostAQuantum() {
    ImagedSurface surface = surface(Adsorbate.of(AdsorbateKind.adatom(), 3, -2, 0));
    double[] currents = new double[frame.pixels()];
    new Scan(frame, TipShape.sharp()).constantHeight(surface, -8, currents);
    assertThat(currents[pixel(3, -2)])
        .isCloseTo(0.1 * TunnellingGap.QUANTUM_NANOSIEMENS, within(1e-3));
  }

  @Test
  void aTwofoldTipSeesAnAdatomTwice() {
    double[] heights =
        constantCurrent(
            TipShape.twofold(12, 0, 0.3), surface(Adsorbate.of(AdsorbateKind.adatom(), 3, -2, 0)));
    double first = heights[pixel(3, -2)] - heights[pixel(33, -2)];
    double ghost = heights[pixel(-9, -2)] - heights[pixel(33, -2)];
    assertThat(first).isGreaterThan(0.5);
    assertThat(ghost).isBetween(0.2, first);
  }

  @Test
  void aBluntTipWidensAnAdatom() {
    ImagedSurface surface = surface(Adsorbate.of(AdsorbateKind.adatom(), 3, -2, 0));
    double[] sharp = constantCurrent(TipShape.sharp(), surface);
    double[] blunt = constantCurrent(TipShape.blunt(2.89, 0), surface);
    double sharpShare = share(sharp);
    assertThat(share(blunt)).isGreaterThan(1.2 * sharpShare);
  }

  private double share(double[] heights) {
    double bare = heights[pixel(33, -2)];
    return (heights[pixel(7, -2)] - bare) / (heights[pixel(3, -2)] - bare);
  }

  @Test
  void aTurnedMoleculeIsLongInTheOtherDirection() {
    double[] heights =
        constantCurrent(
            TipShape.sharp(),
            surface(Adsorbate.of(AdsorbateKind.ptcda(), 3, -2, StrictMath.PI / 2)));
    double bare = gap.heightAngstrom(SETPOINT / 0.1);
    assertThat(heights[pixel(3, 4)] - bare).isGreaterThan(0.5);
    assertThat(heights[pixel(9, -2)] - bare).isLessThan(0.1);
  }

  @Test
  void aFlatMoleculeShowsEveryAtomButHydrogenAndItsHeightAtTheHighest() {
    AdsorbateKind kind = AdsorbateKind.flat(Molecules.ntcda(), 1.5);
    assertThat(kind.protrusions()).hasSize(14 + 6);
    double highest =
        kind.protrusions().stream()
            .mapToDouble(
                bump ->
                    surface(Adsorbate.of(kind, 0, 0, 0))
                        .heightAngstrom(bump.xAngstrom(), bump.yAngstrom()))
            .max()
            .orElseThrow();
    assertThat(highest).isCloseTo(1.5, within(1e-6));
  }

  /** Half the distance of every second zero: π/k, 15 Å on copper at the Fermi energy. */
  @Test
  void standingWavesHaveThePeriodOfTheSurfaceState() {
    ImagedSurface surface = new ImagedSurface(gap, 1e-4, SurfaceState.copper());
    surface.place(List.of(Adsorbate.of(AdsorbateKind.adatom(), 0, 0, 0)));
    double first = 0;
    double last = 0;
    int zeros = 0;
    for (double r = 50; r < 290; r += 0.01) {
      if (surface.heightAngstrom(r, 0) * surface.heightAngstrom(r + 0.01, 0) < 0) {
        first = zeros == 0 ? r : first;
        last = r;
        zeros++;
      }
    }
    assertThat(zeros).isGreaterThan(30);
    assertThat(2 * (last - first) / (zeros - 1)).isCloseTo(StrictMath.PI / 0.21, within(0.01));
  }

  @Test
  void placingAgainForgetsTheOldArrangement() {
    ImagedSurface surface = surface(Adsorbate.of(AdsorbateKind.adatom(), 3, -2, 0));
    surface.place(List.of());
    assertThat(surface.heightAngstrom(3, -2)).isZero();
  }

  @Test
  void anImageThatDoesNotFitIsRefused() {
    assertThatThrownBy(
            () -> new Scan(frame, TipShape.sharp()).constantCurrent(surface(), 1, new double[4]))
        .hasMessageContaining("3721 pixels");
  }
}
