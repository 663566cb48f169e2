package org.tipwright.bridge.microscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.bridge.safety.ManualClock;

class MicroscopeTest {

  @TempDir private Path folder;

  private MicroscopeTruth.Moment afterAWhile(long seed) {
    return new ScopeBench(folder, seed, List.of(), 1).approachAt(30, -20).pass(1.234).truth.now();
  }

  @Test
  void theSameSeedGivesTheSameMicroscope() {
    assertThat(afterAWhile(5)).isEqualTo(afterAWhile(5));
    assertThat(afterAWhile(6)).isNotEqualTo(afterAWhile(5));
  }

  @Test
  void aTimeScaleRunsInstrumentTimeFaster() {
    ScopeBench bench = new ScopeBench(folder, 1, ScopeBench.EXACT, 20);
    bench.pass(0.5);
    assertThat(bench.truth.now().seconds()).isCloseTo(10, within(0.002));
  }

  @Test
  void startsWithdrawnWithItsFeedbackOff() {
    ScopeBench bench = new ScopeBench(folder, 1);
    assertThat(bench.truth.now().gapAngstrom()).isGreaterThan(500);
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.z().on())).isFalse();
  }

  @Test
  void waitingEndsWhenItIsSo() throws Exception {
    ScopeBench bench = new ScopeBench(folder, 1);
    bench.microscope.tell(scope -> scope.moveTo(100, 0));
    CompletableFuture<Boolean> waiting = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                waiting.complete(bench.microscope.await(scope -> !scope.followMe().moving(), -1));
              } catch (InterruptedException interrupted) {
                waiting.completeExceptionally(interrupted);
              }
            });
    thread.start();
    assertThat(waiting).isNotDone();
    bench.pass(1);
    assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
    thread.join();
  }

  @Test
  void aSimulationThatCannotKeepUpLetsInstrumentTimeSlip() {
    ManualClock clock = new ManualClock();
    Microscope microscope =
        new Microscope(
            MicroscopeSettings.with(List.of()),
            1,
            new Session(folder, LocalDateTime.of(2026, 1, 1, 0, 0), 20_000),
            clock,
            1);
    clock.advance(100);
    microscope.catchUp();
    assertThat(microscope.<Double>ask(Controller::seconds)).isCloseTo(0.25, within(0.01));
    assertThat(microscope.lostSeconds()).isCloseTo(99.75, within(0.01));
  }

  @Test
  void anUnknownSettingIsRefused() {
    assertThatThrownBy(() -> MicroscopeSettings.with(List.of("piezo.range=3")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("piezo.range=3");
  }
}
