package org.tipwright.runs.validation;

import java.util.List;

/** Every check, in the order of the validation page. */
public final class Checks {

  private Checks() {}

  /** All checks. */
  public static List<Check> all() {
    return List.of();
  }
}
