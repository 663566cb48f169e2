package org.tipwright.tests.architecture.wronghouse.physics.helper;

/** Named after nothing in the lab. */
public final class Helper {

  private Helper() {}

  static int zero() {
    return 0;
  }
}
