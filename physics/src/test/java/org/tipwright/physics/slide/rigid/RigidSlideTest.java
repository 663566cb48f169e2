package org.tipwright.physics.slide.rigid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.slide.SlideScene;
import org.tipwright.physics.slide.SlideScene.Pose;

class RigidSlideTest {

  private static final double HEIGHT = 2.4;
  private static final double TOUCHING = 9.0;

  private final RigidMolecule ptcda = RigidMolecule.ptcdaOnSilver();
  private final RigidSlide model = new RigidSlide(ptcda);

  @Test
  void aMoleculeFollowsTheTipThatHoldsItsCorner() throws NotConverged {
    place(List.of(Pose.at(0, 0)));
    double startX = model.xAngstrom(0);
    model.moveTip(5.811 + 12, -2.229, HEIGHT, 10);
    assertThat(model.xAngstrom(0) - startX).isCloseTo(12, within(3.0));
  }

  @Test
  void aPushedMoleculePushesItsNeighbourAndNeitherOverlaps() throws NotConverged {
    place(List.of(Pose.at(0, 0), Pose.at(0, 9.6)));
    double neighbourStart = model.yAngstrom(1);
    double deepest = Double.NEGATIVE_INFINITY;
    for (int step = 1; step <= 400; step++) {
      model.moveTip(5.811, -2.229 + 0.01 * step, HEIGHT, 10);
      deepest = Math.max(deepest, overlap());
    }
    assertThat(model.yAngstrom(1) - neighbourStart).isGreaterThan(1);
    assertThat(deepest).isBetween(-0.05, 0.02);
  }

  /** The tip alone does not reach the neighbour: what moves it is the contact. */
  @Test
  void withNothingBetweenTheTipLeavesTheNeighbourWhereItIs() throws NotConverged {
    place(List.of(Pose.at(0, 9.6)));
    double start = model.yAngstrom(0);
    for (int step = 1; step <= 400; step++) {
      model.moveTip(5.811, -2.229 + 0.01 * step, HEIGHT, 10);
    }
    assertThat(model.yAngstrom(0)).isCloseTo(start, within(0.5));
  }

  @Test
  void moleculesLaidDeepInOneAnotherAreNotLeftThere() {
    // Pushed apart or refused: either way no overlapping state is handed out.
    try {
      place(List.of(Pose.at(0, 0), Pose.at(0, 6)));
      assertThat(overlap()).isLessThanOrEqualTo(0.02);
    } catch (NotConverged refused) {
      assertThatThrownBy(() -> model.moveTip(0, 0, HEIGHT, 1))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void outlinesTouchWhereTheirLongEdgesMeet() {
    MoleculeOutline outline = ptcda.outline();
    assertThat(outline.overlapAngstrom(0, TOUCHING, 0, 0)).isCloseTo(0, within(1e-12));
    assertThat(outline.overlapAngstrom(0, TOUCHING - 0.3, 0, StrictMath.PI))
        .isCloseTo(0.3, within(1e-12));
    assertThat(outline.overlapAngstrom(14.4 + 1, 0, 0, 0)).isCloseTo(-1, within(1e-12));
  }

  @Test
  void anOutlineThatIsNotConvexIsRefused() {
    assertThatThrownBy(
            () -> new MoleculeOutline(new double[] {0, 2, 1, 2, 0}, new double[] {0, 0, 1, 2, 2}))
        .hasMessageContaining("turns the other way at corner 2");
  }

  private void place(List<Pose> poses) throws NotConverged {
    model.place(new SlideScene(poses, 5.811, -2.229, HEIGHT), new SplittableRandom(1));
  }

  private double overlap() {
    return ptcda
        .outline()
        .overlapAngstrom(
            model.xAngstrom(1) - model.xAngstrom(0),
            model.yAngstrom(1) - model.yAngstrom(0),
            model.azimuthRadians(0),
            model.azimuthRadians(1));
  }
}
