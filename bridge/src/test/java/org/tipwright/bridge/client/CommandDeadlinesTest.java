package org.tipwright.bridge.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.v1.TimeLimits;

class CommandDeadlinesTest {

  @Test
  void aClientWaitsLongerThanTheBridgeDoes() {
    TimeLimits bridge =
        TimeLimits.newBuilder().setCommandS(10).setApproachS(3600).setMeasureS(600).build();
    CommandDeadlines deadlines = CommandDeadlines.of(bridge);
    assertThat(deadlines.command()).isGreaterThan(Duration.ofSeconds(10 + 10));
    assertThat(deadlines.approach()).isGreaterThan(Duration.ofSeconds(10 + 3600));
    assertThat(deadlines.measure()).isGreaterThan(Duration.ofSeconds(10 + 600));
  }

  @Test
  void aBridgeThatDoesNotSayIsWaitedForAWhile() {
    assertThat(CommandDeadlines.of(TimeLimits.getDefaultInstance()).approach())
        .isEqualTo(Duration.ofSeconds(10));
  }
}
