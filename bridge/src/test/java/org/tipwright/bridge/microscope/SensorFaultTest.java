package org.tipwright.bridge.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sensor that lies deceives the controller as well, but not the truth. */
class SensorFaultTest {

  @TempDir private Path folder;

  private ScopeBench landed() {
    return new ScopeBench(folder, 1).approachAt(0, 0);
  }

  private static double read(ScopeBench bench) {
    return bench.microscope.<Double>ask(scope -> scope.preamplifier().nanoampere());
  }

  private static void fail(ScopeBench bench, SensorFault fault) {
    bench.microscope.tell(scope -> scope.fail(fault));
  }

  @Test
  void aFlatCurrentIsTheSameToTheLastBit() {
    ScopeBench bench = landed();
    bench.microscope.tell(scope -> scope.z().switchOff());
    fail(bench, SensorFault.CURRENT_FLAT);
    double then = read(bench);
    bench.pass(0.5);
    assertThat(read(bench)).isEqualTo(then);
    fail(bench, SensorFault.NONE);
    bench.pass(0.5);
    assertThat(read(bench)).isNotEqualTo(then);
  }

  @Test
  void withoutItsAmplifierTheFeedbackDrivesTheTipIn() {
    ScopeBench bench = landed();
    assertThat(bench.truth.now().wreckage().crashes()).isZero();
    fail(bench, SensorFault.AMPLIFIER_OFF);
    bench.pass(0.1);
    assertThat(read(bench)).isZero();
    assertThat(bench.truth.now().wreckage().crashes()).isPositive();
  }

  @Test
  void atTheRailTheFeedbackGoesUp() {
    ScopeBench bench = landed();
    double z = bench.z();
    fail(bench, SensorFault.AMPLIFIER_AT_RAIL);
    bench.pass(0.1);
    assertThat(read(bench)).isEqualTo(100);
    assertThat(bench.z()).isGreaterThan(z + 10);
  }

  @Test
  void aHeightWithTheWrongSignIsOnlyTold() {
    ScopeBench bench = landed();
    fail(bench, SensorFault.HEIGHT_INVERTED);
    bench.pass(0.1);
    assertThat(bench.microscope.<Double>ask(scope -> scope.shownHeightAngstrom()))
        .isEqualTo(-bench.z());
    assertThat(bench.truth.now().wreckage().crashes()).isZero();
  }
}
