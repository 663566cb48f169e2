package org.tipwright.tests.architecture.wronghouse.physics.unmarked;

/** Its package has no package-info. */
public final class Unmarked {

  private Unmarked() {}

  static int zero() {
    return 0;
  }
}
