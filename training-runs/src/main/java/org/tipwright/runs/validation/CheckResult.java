package org.tipwright.runs.validation;

import java.util.ArrayList;
import java.util.List;
import org.tipwright.physics.NotConverged;

/**
 * What a check found.
 *
 * @param check the check
 * @param findings its numbers, in the order in which they are shown
 */
public record CheckResult(Check check, List<Finding> findings) {

  public CheckResult {
    findings = List.copyOf(findings);
  }

  /**
   * Runs checks one after the other.
   *
   * @throws NotConverged if an engine finds no relaxed state
   */
  public static List<CheckResult> of(List<Check> checks) throws NotConverged {
    List<CheckResult> results = new ArrayList<>();
    for (Check check : checks) {
      results.add(new CheckResult(check, check.measurement().measure()));
    }
    return results;
  }

  /** How many numbers are judged. */
  public static long judged(List<CheckResult> results) {
    return findings(results).stream().filter(Finding::judged).count();
  }

  /** The judged numbers that do not hold. */
  public static List<Finding> failed(List<CheckResult> results) {
    return findings(results).stream()
        .filter(finding -> finding.judged() && !finding.holds())
        .toList();
  }

  private static List<Finding> findings(List<CheckResult> results) {
    return results.stream().flatMap(result -> result.findings().stream()).toList();
  }
}
