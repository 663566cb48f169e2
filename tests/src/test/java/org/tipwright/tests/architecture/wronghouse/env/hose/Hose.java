package org.tipwright.tests.architecture.wronghouse.env.hose;

import org.tipwright.tests.architecture.wronghouse.env.lift.Lift;

/** Needs the lift, which needs it. */
public final class Hose {

  private Hose() {}

  public static int steps() {
    return Lift.steps();
  }
}
