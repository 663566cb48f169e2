package org.tipwright.bridge.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeTipTest {

  @TempDir private Path folder;

  private ScopeBench armed(boolean recovers) {
    ScopeBench bench = new ScopeBench(folder, 1).approachAt(0, 0);
    bench.microscope.tell(
        scope -> {
          scope.safeTip().configure(recovers, true, 1);
          scope.safeTip().enable(true);
        });
    return bench;
  }

  /** The feedback cannot follow a jump of the bias. */
  private static void spike(ScopeBench bench) {
    bench.microscope.tell(scope -> scope.bias().pulse(0.002, 9));
    bench.pass(0.05);
  }

  @Test
  void withdrawsOnASpikeOfTheCurrentAndSaysSo() {
    ScopeBench bench = armed(false);
    spike(bench);
    assertThat(bench.microscope.<ZStatus>ask(scope -> scope.z().status()))
        .isEqualTo(ZStatus.SAFE_TIP);
    bench.pass(3);
    assertThat(bench.z())
        .isEqualTo(bench.microscope.<Double>ask(scope -> scope.piezo().highestAngstrom()));
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.z().on())).isFalse();
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.safeTip().tripped())).isTrue();
  }

  @Test
  void autoRecoveryClosesTheFeedbackAgain() {
    ScopeBench bench = armed(true);
    spike(bench);
    bench.pass(6);
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.z().on())).isTrue();
    assertThat(bench.truth.now().currentNanoampere()).isBetween(0.015, 0.025);
  }

  @Test
  void pausesTheScan() {
    ScopeBench bench = armed(false);
    bench.microscope.tell(scope -> scope.startScan(true));
    bench.pass(1);
    spike(bench);
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.scan().paused())).isTrue();
  }

  @Test
  void neverFiresAboveTheRail() {
    ScopeBench bench = armed(false);
    bench.microscope.tell(
        scope -> {
          scope.preamplifier().choose(4, -1);
          scope.safeTip().configure(false, false, 1.1);
        });
    spike(bench);
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.safeTip().tripped())).isFalse();
  }

  @Test
  void letsPassWhatIsBelowItsThreshold() {
    ScopeBench bench = armed(false);
    bench.pass(5);
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.safeTip().tripped())).isFalse();
  }
}
