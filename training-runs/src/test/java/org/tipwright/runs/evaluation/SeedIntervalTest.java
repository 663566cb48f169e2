package org.tipwright.runs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeedIntervalTest {

  /** Deviation √0.025, five seeds: 2.776 · √(0.025 / 5) = 0.1963. */
  @Test
  void fiveSeedsHaveStudentsInterval() {
    SeedInterval interval = SeedInterval.of(List.of(0.1, 0.2, 0.3, 0.4, 0.5));
    assertThat(interval.mean()).isCloseTo(0.3, within(1e-12));
    assertThat(interval.high() - interval.mean()).isCloseTo(0.1963, within(1e-4));
    assertThat(interval.mean() - interval.low()).isCloseTo(0.1963, within(1e-4));
  }

  @Test
  void oneSeedHasNoInterval() {
    assertThatThrownBy(() -> SeedInterval.of(List.of(0.5)))
        .hasMessage("an interval over seeds needs at least 2 runs, not 1");
  }
}
