package org.tipwright.runs.validation;

import java.util.ArrayList;
import java.util.List;

/** Every check, in the order of the validation page. */
public final class Checks {

  private Checks() {}

  /** All checks, those that need many lifts with a small sample of them: for every build. */
  public static List<Check> all() {
    return with(CorridorChecks.quick());
  }

  /** All checks with the whole samples, which take minutes: for the validation page. */
  public static List<Check> full() {
    return with(CorridorChecks.full());
  }

  private static List<Check> with(List<Check> corridor) {
    List<Check> all = new ArrayList<>();
    all.addAll(JunctionChecks.all());
    all.addAll(InstrumentChecks.all());
    all.addAll(SlideChecks.all());
    all.addAll(ChainChecks.all());
    all.addAll(MolecularLawChecks.all());
    all.addAll(IsolatedLiftChecks.all());
    all.addAll(NeededForceChecks.all());
    all.addAll(corridor);
    return List.copyOf(all);
  }
}
