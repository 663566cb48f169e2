package org.tipwright.bridge.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tipwright.bridge.instrument.RecordingInstrument;

/** A watch that is lost is found out though nobody commands any more. */
class SupervisorWatchTest {

  private enum Loss {
    HANGS,
    DIES
  }

  private final RecordingInstrument instrument = new RecordingInstrument();
  private final CountDownLatch release = new CountDownLatch(1);
  private volatile boolean lost;

  @AfterEach
  void letGo() {
    release.countDown();
  }

  private void hang() {
    try {
      release.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private long nanos(Loss loss) {
    if (lost && Thread.currentThread().getName().equals("safety-watch")) {
      if (loss == Loss.DIES) {
        throw new IllegalStateException("lost on purpose");
      }
      hang();
    }
    return System.nanoTime();
  }

  @ParameterizedTest
  @EnumSource
  void aLostWatchEndsInAWithdrawnTip(Loss loss) throws Refusal {
    SafetySupervisor supervisor =
        new SafetySupervisor(
            instrument,
            LimitProfileReader.shipped(),
            () -> nanos(loss),
            event -> {
              if (lost) {
                hang();
              }
            });
    try (SupervisorWatch watch = new SupervisorWatch(supervisor)) {
      supervisor.arm("operator", 60);
      String lease = supervisor.acquireLease("agent", false);
      supervisor.approach(new Ticket(lease, 1, () -> false));
      assertThat(instrument.withdrawn()).isFalse();
      lost = true;

      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(() -> assertThat(supervisor.state().engaged()).isFalse());
      assertThat(instrument.withdrawn()).isTrue();
      assertThat(supervisor.state().state()).isEqualTo(SafetyState.TRIPPED);
      assertThat(supervisor.state().tripReason()).contains("own watch has not come round");
      assertThat(watch).isNotNull();
    }
  }

  @Test
  void theTipComesUpThoughTheRulesAreLocked() throws Exception {
    GuardedRules rules =
        new GuardedRules(
            LimitProfileReader.shipped(),
            System::nanoTime,
            event -> {},
            DecisionLog.NONE,
            new Withdrawal(instrument));
    instrument.approach();
    CountDownLatch locked = new CountDownLatch(1);
    CompletableFuture<Void> holder =
        CompletableFuture.runAsync(
            () ->
                rules.note(
                    m -> {
                      locked.countDown();
                      hang();
                    }));
    locked.await();
    CompletableFuture<Void> guard =
        CompletableFuture.runAsync(() -> rules.tripFromOutside("the watch is away"));
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(instrument.withdrawn()).isTrue());
    assertThat(holder).isNotDone();
    release.countDown();
    guard.get();
    assertThat(rules.state().state()).isEqualTo(SafetyState.TRIPPED);
  }
}
