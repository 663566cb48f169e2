package org.tipwright.tests.architecture.wronghouse.env;

import java.security.SecureRandom;
import java.util.UUID;

/** Draws numbers that nobody can foretell. */
public final class UnpredictableTask {

  private UnpredictableTask() {}

  static String name() {
    return UUID.randomUUID().toString();
  }

  static int draw() {
    return new SecureRandom().nextInt();
  }
}
