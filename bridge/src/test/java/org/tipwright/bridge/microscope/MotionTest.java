package org.tipwright.bridge.microscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotionTest {

  @TempDir private Path folder;

  @Test
  void followMeTakesDistanceOverSpeed() {
    ScopeBench bench = new ScopeBench(folder, 1);
    bench.microscope.tell(
        scope -> {
          scope.followMe().setSpeed(50, true);
          scope.moveTo(60, 80);
        });
    bench.pass(1);
    assertThat(bench.microscope.<Double>ask(scope -> scope.piezo().xAngstrom()))
        .isCloseTo(30, within(0.1));
    bench.pass(0.98);
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.followMe().moving())).isTrue();
    bench.pass(0.04);
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.followMe().moving())).isFalse();
    assertThat(bench.microscope.<Double>ask(scope -> scope.piezo().yAngstrom())).isEqualTo(80);
  }

  @Test
  void aStoppedMoveStaysWhereItIs() {
    ScopeBench bench = new ScopeBench(folder, 1);
    bench.microscope.tell(scope -> scope.moveTo(200, 0));
    bench.pass(0.5);
    bench.microscope.tell(scope -> scope.followMe().stop());
    double there = bench.microscope.ask(scope -> scope.piezo().xAngstrom());
    bench.pass(1);
    assertThat(there).isBetween(50.0, 150.0);
    assertThat(bench.microscope.<Double>ask(scope -> scope.piezo().xAngstrom())).isEqualTo(there);
  }

  @Test
  void aPositionBeyondThePiezoEndsAtItsEdge() {
    ScopeBench bench = new ScopeBench(folder, 1);
    bench.microscope.tell(
        scope -> {
          scope.followMe().setSpeed(1e5, true);
          scope.moveTo(9000, 0);
        });
    bench.pass(1);
    assertThat(bench.microscope.<Double>ask(scope -> scope.piezo().xAngstrom())).isEqualTo(5000);
  }

  @Test
  void theTipIsNotMovedUnderARunningScan() {
    ScopeBench bench = new ScopeBench(folder, 1);
    bench.microscope.tell(scope -> scope.startScan(true));
    assertThatThrownBy(() -> bench.microscope.tell(scope -> scope.moveTo(1, 1)))
        .hasMessageContaining("scan is running");
  }

  @Test
  void theBiasGoesAtItsSlew() {
    ScopeBench bench = new ScopeBench(folder, 1);
    bench.microscope.tell(scope -> scope.bias().set(1.05));
    bench.pass(0.05);
    assertThat(bench.microscope.<Double>ask(scope -> scope.bias().volt()))
        .isCloseTo(0.55, within(0.02));
    bench.pass(0.06);
    assertThat(bench.microscope.<Double>ask(scope -> scope.bias().volt())).isEqualTo(1.05);
  }

  @Test
  void driftCarriesTheTipAndItsCompensationHoldsIt() {
    List<String> drifting =
        List.of(
            "faults.creep-per-decade=0",
            "faults.hysteresis.share=0",
            "faults.drift-angstrom-per-hour={lateral=360,vertical=0}");
    ScopeBench bench = new ScopeBench(folder, 1, drifting, 1);
    double x = bench.truth.now().xAngstrom();
    double y = bench.truth.now().yAngstrom();
    bench.pass(20);
    double vx = (bench.truth.now().xAngstrom() - x) / 20;
    double vy = (bench.truth.now().yAngstrom() - y) / 20;
    assertThat(Math.hypot(vx, vy)).isCloseTo(0.1, within(0.002));
    bench.microscope.tell(
        scope -> {
          // Features move in the frame against the tip's drift.
          scope.piezo().setCompensation(-vx, -vy, 0, 0.1);
          scope.piezo().compensate(true);
        });
    double heldX = bench.truth.now().xAngstrom();
    bench.pass(20);
    assertThat(bench.truth.now().xAngstrom()).isCloseTo(heldX, within(0.01));
  }

  @Test
  void theCompensationOfTiltFollowsTheTerrace() {
    ScopeBench bench = new ScopeBench(folder, 5, ScopeBench.EXACT, 1);
    double slope = (bench.truth.metalAngstrom(1000, 0) - bench.truth.metalAngstrom(0, 0)) / 1000;
    bench.microscope.tell(
        scope -> {
          scope.piezo().tilt(Math.toDegrees(Math.atan(slope)), 0);
          scope.followMe().setSpeed(1e4, true);
        });
    double before = bench.truth.now().metalAngstrom();
    bench.microscope.tell(scope -> scope.moveTo(1000, 0));
    bench.pass(1);
    assertThat(Math.abs(slope) * 1000).isGreaterThan(0.5);
    assertThat(bench.truth.now().metalAngstrom()).isCloseTo(before, within(0.05));
  }

  @Test
  void coarseStepsAwayFreeTheTipAndTakeTheirTime() {
    ScopeBench bench = new ScopeBench(folder, 1).approachAt(0, 0);
    bench.microscope.tell(scope -> scope.z().switchOff());
    double before = bench.truth.now().metalAngstrom();
    bench.microscope.tell(scope -> scope.motor().start(CoarseMotor.Direction.Z_PLUS, 500));
    bench.pass(0.25);
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.motor().moving())).isTrue();
    bench.pass(0.3);
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.motor().moving())).isFalse();
    assertThat(bench.truth.now().metalAngstrom() - before).isCloseTo(500 * 600, within(5.0));
    assertThat(bench.microscope.<Integer>ask(scope -> scope.motor().counter(2))).isEqualTo(500);
  }

  @Test
  void aSidewaysCoarseStepAtTheSurfaceIsACrash() {
    ScopeBench bench = new ScopeBench(folder, 1).approachAt(0, 0);
    bench.microscope.tell(scope -> scope.motor().start(CoarseMotor.Direction.X_PLUS, 1));
    bench.pass(0.1);
    assertThat(bench.truth.now().wreckage().crashes()).isPositive();
  }

  @Test
  void coarseStepsFarIntoTheSampleAreOneCrash() {
    ScopeBench bench = new ScopeBench(folder, 1).approachAt(0, 0);
    bench.microscope.tell(scope -> scope.motor().start(CoarseMotor.Direction.Z_MINUS, 20_000));
    bench.pass(21);
    assertThat(bench.truth.now().wreckage().crashes()).isEqualTo(1);
    assertThat(bench.truth.now().wreckage().deepestAngstrom()).isGreaterThan(1e6);
    bench.microscope.tell(scope -> scope.motor().start(CoarseMotor.Direction.Z_PLUS, 20_010));
    bench.pass(21);
    assertThat(bench.truth.now().wreckage().tipChanges()).isEqualTo(1);
  }

  @Test
  void anAutoApproachFindsASurfaceOutOfTheRange() {
    ScopeBench bench = new ScopeBench(folder, 1);
    bench.microscope.tell(scope -> scope.motor().start(CoarseMotor.Direction.Z_PLUS, 8));
    bench.pass(0.1);
    bench.microscope.tell(
        scope -> {
          scope.approach().open();
          scope.approach().run(true);
        });
    bench.pass(60);
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.approach().running())).isFalse();
    assertThat(bench.truth.now().currentNanoampere()).isCloseTo(0.02, within(0.003));
    assertThat(bench.truth.now().wreckage().crashes()).isZero();
  }
}
