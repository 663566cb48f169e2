package org.tipwright.runs.rehearsal;

import java.util.List;

/**
 * What a policy did on one simulated microscope.
 *
 * @param seed of the microscope
 * @param outcomes of its lifts in order, in the words of {@code deploy}: success, rupture, dropped,
 *     tip changed, unknown; no contact or stopped where a lift could not begin or was broken off
 * @param carried whether the tip carries the molecule in truth, at the end
 * @param crashes of the tip into the surface, in truth
 * @param remark what was said last, if it went wrong; else empty
 */
public record RehearsedLift(
    long seed, List<String> outcomes, boolean carried, int crashes, String remark) {

  /** In the words of {@code deploy}. */
  public static final String SUCCESS = "success";

  /** No approach met anything. */
  public static final String NO_CONTACT = "no contact";

  /** The bridge tripped, or a program did not do its part. */
  public static final String STOPPED = "stopped";

  public RehearsedLift {
    outcomes = List.copyOf(outcomes);
  }

  /** Whether one of the first lifts was a success, as the arbiter says. */
  public boolean liftedWithin(int lifts) {
    return outcomes.stream().limit(lifts).anyMatch(SUCCESS::equals);
  }

  /** Whether the arbiter says success and it is none. */
  public boolean falseSuccess() {
    return outcomes.contains(SUCCESS) && !carried;
  }

  /** Whether it was a success and the arbiter does not say so. */
  public boolean missedSuccess() {
    return !outcomes.contains(SUCCESS) && carried;
  }
}
