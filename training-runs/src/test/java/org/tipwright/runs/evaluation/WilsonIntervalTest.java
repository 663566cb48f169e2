package org.tipwright.runs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {

  /** Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void theIntervalIsThePublishedOne(int successes, int episodes, double low, double high) {
    WilsonInterval interval = WilsonInterval.of(successes, episodes);

    assertThat(interval.low()).isCloseTo(low, within(5e-5));
    assertThat(interval.high()).isCloseTo(high, within(5e-5));
  }

  @Property
  void theShareLiesInsideAndTheIntervalWithinZeroToOne(
      @ForAll @IntRange(min = 1, max = 5000) int episodes,
      @ForAll @IntRange(max = 5000) int drawn) {
    int successes = drawn % (episodes + 1);
    WilsonInterval interval = WilsonInterval.of(successes, episodes);

    assertThat(interval.low()).isBetween(0.0, (double) successes / episodes);
    assertThat(interval.high()).isBetween((double) successes / episodes, 1.0);
  }

  @Test
  void nothingIsKnownBeforeTheFirstEpisode() {
    assertThat(WilsonInterval.of(0, 0)).isEqualTo(new WilsonInterval(0, 1));
  }

  @Test
  void moreSuccessesThanEpisodesAreRefused() {
    assertThatThrownBy(() -> WilsonInterval.of(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
