package org.tipwright.runs.throughput;

import java.util.random.RandomGenerator;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.slide.LatticeSlide;
import org.tipwright.physics.slide.SlideConditions;
import org.tipwright.physics.slide.SlideModel;
import org.tipwright.physics.slide.SlideScene;
import org.tipwright.runs.experiment.SlideScenes;

/**
 * One step of a tip, {@value #STEP_ANGSTROM} Å, that pulls an Ag adatom over Ag(111) at 175 kΩ and
 * 5 K, to and fro along a close-packed row.
 */
public final class SlideWorkload implements Workload {

  private static final double STEP_ANGSTROM = 0.05;
  private static final double RESISTANCE_OHM = 175e3;
  private static final double TEMPERATURE_KELVIN = 5;
  private static final double SPEED_ANGSTROM_PER_SECOND = 5;
  private static final int STEPS_EACH_WAY = 2_000;

  private final SlideModel model;
  private final SlideScene scene;
  private int step;
  private int direction = 1;

  /**
   * Places the adatom; hops are decided by {@code random}.
   *
   * @throws NotConverged if no relaxed state is found
   */
  public SlideWorkload(RandomGenerator random) throws NotConverged {
    SlideScenes silver = SlideScenes.SILVER_ON_SILVER;
    double height = silver.adsorbate().junction().heightAngstrom(RESISTANCE_OHM);
    this.model = new LatticeSlide(silver.adsorbate(), SlideConditions.at(TEMPERATURE_KELVIN));
    this.scene = silver.scene(height);
    model.place(scene, random);
  }

  @Override
  public void run() throws NotConverged {
    step += direction;
    if (step == 0 || step == STEPS_EACH_WAY) {
      direction = -direction;
    }
    model.moveTip(
        scene.tipXAngstrom() + STEP_ANGSTROM * step,
        scene.tipYAngstrom(),
        scene.tipZAngstrom(),
        SPEED_ANGSTROM_PER_SECOND);
  }

  /** By how much the adatom lags behind the tip along the row, in Å. */
  public double lagAngstrom() {
    return scene.tipXAngstrom() + STEP_ANGSTROM * step - model.xAngstrom(0);
  }
}
