package org.tipwright.tests.architecture.wronghouse.env.lift;

import org.tipwright.tests.architecture.wronghouse.env.hose.Hose;

/** Needs the hose, which needs it. */
public final class Lift {

  private Lift() {}

  public static int steps() {
    return Hose.steps();
  }
}
