package org.tipwright.tests.architecture.wronghouse.physics;

import org.jbox2d.common.Settings;

/** Changes a setting that all worlds share. */
public final class TunedWorld {

  private TunedWorld() {}

  static void tune() {
    Settings.maxRotationSquared = 0;
  }
}
