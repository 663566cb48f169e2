package org.tipwright.bridge.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiftArbiterTest {

  @ParameterizedTest
  @CsvSource({
    "8.0, 0.0, SUCCESS",
    "3.0, 0.4, SUCCESS",
    "0.1, 0.0, DROPPED",
    "-0.2, 1.8, RUPTURE",
    "8.0, 1.8, TIP_CHANGED",
    "1.5, 0.0, UNKNOWN",
    "14.0, 0.0, UNKNOWN",
    "-4.0, 0.0, UNKNOWN",
    "8.0, 0.9, UNKNOWN",
    "NaN, 0.0, UNKNOWN",
    "8.0, NaN, UNKNOWN"
  })
  void followsTheTableOfPracticeAndGuessesNothing(
      double tipChange, double site, LiftOutcome outcome) {
    assertThat(LiftArbiter.decide(tipChange, site)).isEqualTo(outcome);
  }
}
