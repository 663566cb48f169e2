package org.tipwright.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.slide.SlideModel;
import org.tipwright.physics.slide.SlideScene;

/** What every engine that moves adsorbates over a surface must do. */
abstract class SlideModelContract {

  private static final double NANONEWTON_PER_EV_PER_ANGSTROM = 1.602176634;
  private static final double SPEED = 10;
  private static final int CI_STEPS = 200;

  /** A continuous slip within one step may bend the force by this much times way, in eV. */
  private static final double COARSE_WORK_EV = 8e-3;

  /** A fresh engine. */
  protected abstract SlideModel create();

  /** A scene whose tip is near enough to an adsorbate to move it. */
  protected abstract SlideScene scene();

  /** Lowest and highest tip height of the walks, in Å. */
  protected abstract double[] heights();

  /** Energy in eV that a step of a walk may gain or lose beside work and noted jumps. */
  protected abstract double energySlackEv();

  /** Relative error of the tip force against the slope of the energy. */
  protected abstract double forceError();

  /** Step in Å with which the slope of the energy is taken. */
  protected abstract double differenceAngstrom();

  /** Steps of the nightly walk. */
  protected int nightlySteps() {
    return 1_000_000;
  }

  @Test
  void theForceOnTheTipIsMinusTheSlopeOfTheRelaxedEnergy() throws NotConverged {
    SlideModel model = placed(1);
    double x = scene().tipXAngstrom() + 0.2;
    double y = scene().tipYAngstrom() - 0.1;
    double z = scene().tipZAngstrom();
    model.moveTip(x, y, z, SPEED);
    double[] force = {
      model.tipForceXNanonewton(), model.tipForceYNanonewton(), model.tipForceZNanonewton()
    };
    double scale = StrictMath.hypot(StrictMath.hypot(force[0], force[1]), force[2]);
    assertThat(scale).isGreaterThan(1e-3);
    double d = differenceAngstrom();
    for (int axis = 0; axis < 3; axis++) {
      double[] step = {axis == 0 ? d : 0, axis == 1 ? d : 0, axis == 2 ? d : 0};
      model.moveTip(x + step[0], y + step[1], z + step[2], SPEED);
      double ahead = model.energyEv();
      model.moveTip(x - step[0], y - step[1], z - step[2], SPEED);
      double behind = model.energyEv();
      model.moveTip(x, y, z, SPEED);
      assertThat(force[axis])
          .as("axis %d", axis)
          .isCloseTo(
              -(ahead - behind) / (2 * d) * NANONEWTON_PER_EV_PER_ANGSTROM,
              within(forceError() * scale));
    }
  }

  @Test
  void aTipThatStaysWhereItIsChangesNothing() throws NotConverged {
    SlideModel model = placed(1);
    double energy = model.energyEv();
    double x = model.xAngstrom(0);
    model.moveTip(scene().tipXAngstrom(), scene().tipYAngstrom(), scene().tipZAngstrom(), SPEED);
    assertThat(model.energyEv()).isCloseTo(energy, within(energySlackEv()));
    assertThat(model.xAngstrom(0)).isCloseTo(x, within(1e-3));
    assertThat(model.events().count()).isZero();
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws NotConverged {
    assertThat(walk(create(), 7, CI_STEPS)).isEqualTo(walk(create(), 7, CI_STEPS));
  }

  @Test
  void aModelPlacedAgainRemembersNothing() throws NotConverged {
    SlideModel used = create();
    walk(used, 3, CI_STEPS);
    assertThat(walk(used, 7, CI_STEPS)).isEqualTo(walk(create(), 7, CI_STEPS));
  }

  @Test
  void noEnergyJumpsWithoutAnEventInAShortWalk() throws NotConverged {
    walk(create(), 11, CI_STEPS);
  }

  @Test
  @EnabledIfSystemProperty(named = "tipwright.nightly", matches = "true")
  void noEnergyJumpsWithoutAnEventInALongWalk() throws NotConverged {
    walk(create(), 12, nightlySteps());
  }

  @Test
  void theClockIsTheWayOverTheSpeed() throws NotConverged {
    SlideModel model = placed(1);
    model.moveTip(
        scene().tipXAngstrom(), scene().tipYAngstrom(), scene().tipZAngstrom() + 2, SPEED);
    model.dwell(0.5);
    assertThat(model.clockSeconds()).isCloseTo(0.7, within(1e-9));
  }

  @Test
  void aTipThatGoesNowhereInParticularIsRefused() throws NotConverged {
    SlideModel model = placed(1);
    assertThatThrownBy(() -> model.moveTip(Double.NaN, 0, 3, SPEED))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> model.moveTip(0, 0, 3, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingMovesBeforeAnythingIsPlaced() {
    assertThatThrownBy(() -> create().moveTip(0, 0, 3, SPEED))
        .isInstanceOf(IllegalStateException.class);
  }

  private SlideModel placed(long seed) throws NotConverged {
    SlideModel model = create();
    model.place(scene(), new SplittableRandom(seed));
    return model;
  }

  /**
   * Walks at random around the scene's tip and holds every step to the tip's work. Returns a sum
   * over all that the walk gave.
   */
  private long walk(SlideModel model, long seed, int steps) throws NotConverged {
    SplittableRandom random = new SplittableRandom(seed);
    model.place(scene(), random.split());
    double x = scene().tipXAngstrom();
    double y = scene().tipYAngstrom();
    double z = scene().tipZAngstrom();
    long sum = 0;
    for (int step = 0; step < steps; step++) {
      double toX = near(x, scene().tipXAngstrom() - 8, scene().tipXAngstrom() + 8, random);
      double toY = near(y, scene().tipYAngstrom() - 8, scene().tipYAngstrom() + 8, random);
      double toZ = near(z, heights()[0], heights()[1], random);
      double before = model.energyEv();
      double workBefore = model.workEv();
      double byForce = -0.5 * along(model, toX - x, toY - y, toZ - z);
      model.moveTip(toX, toY, toZ, SPEED);
      byForce -= 0.5 * along(model, toX - x, toY - y, toZ - z);
      x = toX;
      y = toY;
      z = toZ;
      double gained = model.energyEv() - before;
      double work = model.workEv() - workBefore;
      assertThat(gained)
          .as("energy gained in step %d", step)
          .isCloseTo(work - released(model), within(energySlackEv()));
      if (model.events().count() == 0) {
        assertThat(work)
            .as("work by the forces at the ends of step %d", step)
            .isCloseTo(byForce, within(COARSE_WORK_EV));
      }
      for (int i = 0; i < model.adsorbates(); i++) {
        sum = 31 * sum + Double.doubleToLongBits(model.xAngstrom(i));
        sum = 31 * sum + Double.doubleToLongBits(model.yAngstrom(i));
        sum = 31 * sum + Double.doubleToLongBits(model.azimuthRadians(i));
      }
      sum = 31 * sum + Double.doubleToLongBits(model.energyEv()) + model.events().count();
    }
    return sum;
  }

  private static double released(SlideModel model) {
    double released = 0;
    for (int e = 0; e < model.events().count(); e++) {
      released += model.events().get(e).releasedEv();
    }
    return released;
  }

  private static double near(double value, double low, double high, SplittableRandom random) {
    double next = value + 0.06 * (random.nextDouble() - 0.5);
    return Math.max(low, Math.min(high, next));
  }

  private static double along(SlideModel model, double dx, double dy, double dz) {
    return (model.tipForceXNanonewton() * dx
            + model.tipForceYNanonewton() * dy
            + model.tipForceZNanonewton() * dz)
        / NANONEWTON_PER_EV_PER_ANGSTROM;
  }
}
