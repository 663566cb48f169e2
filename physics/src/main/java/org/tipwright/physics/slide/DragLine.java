package org.tipwright.physics.slide;

import java.util.random.RandomGenerator;
import org.tipwright.physics.NotConverged;

/**
 * A straight drag at constant height. The tip starts where the scene put it.
 *
 * @param azimuthRadians direction against x, a close-packed row
 * @param lengthAngstrom how far the tip goes
 * @param stepAngstrom distance of the points of the trace
 * @param speedAngstromPerSecond how fast the tip goes
 */
public record DragLine(
    double azimuthRadians,
    double lengthAngstrom,
    double stepAngstrom,
    double speedAngstromPerSecond) {

  public DragLine {
    if (!(lengthAngstrom > 0) || !(stepAngstrom > 0) || !(speedAngstromPerSecond > 0)) {
      throw new IllegalArgumentException(
          "drag of "
              + lengthAngstrom
              + " Å in steps of "
              + stepAngstrom
              + " Å at "
              + speedAngstromPerSecond
              + " Å/s");
    }
  }

  /**
   * Places a scene and drags the tip through it.
   *
   * @param adsorbate which adsorbate's way is traced
   * @param random decides when adsorbates hop
   * @throws NotConverged if no relaxed state is found
   */
  public DragTrace run(SlideModel model, SlideScene scene, int adsorbate, RandomGenerator random)
      throws NotConverged {
    model.place(scene, random);
    int points = Math.max(1, (int) StrictMath.ceil(lengthAngstrom / stepAngstrom - 1e-9));
    double cos = StrictMath.cos(azimuthRadians);
    double sin = StrictMath.sin(azimuthRadians);
    DragTrace.Recorder recorder = new DragTrace.Recorder(scene, adsorbate, cos, sin, points + 1);
    recorder.note(model, 0);
    for (int i = 1; i <= points; i++) {
      double way = lengthAngstrom * i / points;
      model.moveTip(
          scene.tipXAngstrom() + way * cos,
          scene.tipYAngstrom() + way * sin,
          scene.tipZAngstrom(),
          speedAngstromPerSecond);
      recorder.note(model, way);
    }
    return recorder.trace();
  }
}
