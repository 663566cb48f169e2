package org.tipwright.runs.validation;

import java.util.ArrayList;
import java.util.List;

/** Every check, in the order of the validation page. */
public final class Checks {

  private Checks() {}

  /** All checks. */
  public static List<Check> all() {
    List<Check> all = new ArrayList<>();
    all.addAll(JunctionChecks.all());
    all.addAll(InstrumentChecks.all());
    all.addAll(SlideChecks.all());
    all.addAll(ChainChecks.all());
    return List.copyOf(all);
  }
}
