package org.tipwright.runs.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationPageTest {

  private static final Check CHECK = new Check("a wire", "Ohm 1827", List::of);

  @Test
  void aNumberBeyondItsToleranceFailsWhereItIsJudged() {
    Finding good = Finding.judged("resistance", "Ω", 10, 1, 10.5);
    Finding bad = Finding.judged("length", "Å", 10, 1, 12);
    Finding told = Finding.reported("colour", "1", 10, 1, 12, "nobody knows | yet");
    List<CheckResult> results = List.of(new CheckResult(CHECK, List.of(good, bad, told)));

    assertThat(CheckResult.failed(results)).containsExactly(bad);
    assertThat(ValidationPage.text(results, List.of()))
        .contains("Of 2 judged numbers, 1 hold")
        .contains("| resistance | 10 Ω | 1 | 10.5 Ω | holds |  |")
        .contains("| length | 10 Å | 1 | 12 Å | FAILS |  |")
        .contains("| colour | 10 | 1 | 12 | reported | nobody knows \\| yet |")
        .contains("What is put in, and not predicted");
  }

  @Test
  void numbersHaveFourDigits() {
    assertThat(FindingText.number(0)).isEqualTo("0");
    assertThat(FindingText.number(-123.456)).isEqualTo("−123.5");
    assertThat(FindingText.number(0.000123456)).isEqualTo("0.0001235");
    assertThat(FindingText.number(1.23456e-7)).isEqualTo("1.235e-7");
    assertThat(FindingText.number(-2e9)).isEqualTo("−2e9");
    assertThat(FindingText.number(Double.NaN)).isEqualTo("none");
  }
}
