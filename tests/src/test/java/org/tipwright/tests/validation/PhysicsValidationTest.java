package org.tipwright.tests.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tipwright.runs.validation.Check;
import org.tipwright.runs.validation.Checks;
import org.tipwright.runs.validation.Finding;

final class PhysicsValidationTest {

  /** One test per check, named for what is checked and for the source of the expected number. */
  @TestFactory
  List<DynamicTest> theEnginesGiveTheKnownNumbers() {
    return Checks.all().stream()
        .map(
            check ->
                DynamicTest.dynamicTest(
                    check.name() + " (" + check.source() + ")", () -> run(check)))
        .toList();
  }

  private static void run(Check check) throws Exception {
    List<Finding> findings = check.measurement().measure();
    assertThat(findings).isNotEmpty();
    assertThat(findings.stream().filter(Finding::judged).filter(f -> !f.holds())).isEmpty();
  }
}
