package org.tipwright.tests.contract;

import java.util.List;
import org.tipwright.physics.slide.SlideModel;
import org.tipwright.physics.slide.SlideScene;
import org.tipwright.physics.slide.SlideScene.Pose;
import org.tipwright.physics.slide.rigid.RigidMolecule;
import org.tipwright.physics.slide.rigid.RigidSlide;

class RigidSlideTest extends SlideModelContract {

  @Override
  protected SlideModel create() {
    return new RigidSlide(RigidMolecule.ptcdaOnSilver());
  }

  @Override
  protected SlideScene scene() {
    return new SlideScene(
        List.of(Pose.at(0, 0), new Pose(16, 0.5, 0.1), new Pose(-1, 10.5, 0)), 5.8, 2.2, 2.5);
  }

  @Override
  protected double[] heights() {
    return new double[] {2.2, 4};
  }

  /** A step has up to three sub-steps, each of which may lose 5 meV before it counts as a jump. */
  @Override
  protected double energySlackEv() {
    return 15e-3;
  }

  /** Positions are float32 and forces are left to relax up to 1.6 pN. */
  @Override
  protected double forceError() {
    return 0.02;
  }

  @Override
  protected double differenceAngstrom() {
    return 0.02;
  }

  /** JBox2D takes some 0.3 ms a step. */
  @Override
  protected int nightlySteps() {
    return 20_000;
  }
}
