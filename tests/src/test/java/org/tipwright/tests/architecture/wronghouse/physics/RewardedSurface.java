package org.tipwright.tests.architecture.wronghouse.physics;

import org.tipwright.tests.architecture.wronghouse.env.UnseededTask;

/** Physics that knows a task. */
public final class RewardedSurface {

  private RewardedSurface() {}

  static double reward() {
    return UnseededTask.draw();
  }
}
