package org.tipwright.bridge.microscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.bridge.microscope.specimen.LyingMolecule;

class FeedbackTest {

  @TempDir private Path folder;

  @Test
  void findsTheSetpointFromTheEndOfTheRangeWithoutACrash() {
    ScopeBench bench = new ScopeBench(folder, 1).approachAt(0, 0);
    MicroscopeTruth.Moment now = bench.truth.now();
    assertThat(now.currentNanoampere()).isCloseTo(0.02, within(0.002));
    assertThat(now.wreckage().crashes()).isZero();
    assertThat(now.gapAngstrom()).isBetween(4.0, 7.0);
  }

  @Test
  void climbsOntoAMoleculeByItsApparentHeight() {
    ScopeBench bench = new ScopeBench(folder, 2);
    bench.approachAt(bench.bareX(), 0);
    double onMetal = bench.z() - bench.truth.metalAngstrom(bench.bareX(), 0);
    LyingMolecule molecule = bench.molecule();
    bench.approachAt(molecule.xAngstrom(), molecule.yAngstrom());
    double onMolecule =
        bench.z() - bench.truth.metalAngstrom(molecule.xAngstrom(), molecule.yAngstrom());
    // The molecule's own spectrum makes a few hundredths of an angstrom.
    assertThat(onMolecule - onMetal).isCloseTo(1.8, within(0.3));
  }

  @Test
  void followsANewSetpointByTheDecayOfTheCurrent() {
    ScopeBench bench = new ScopeBench(folder, 3).approachAt(0, 0);
    double before = bench.z();
    bench.microscope.tell(scope -> scope.z().setSetpoint(0.2));
    bench.pass(1);
    assertThat(before - bench.z()).isCloseTo(Math.log(10) / 2.1736, within(0.02));
  }

  @Test
  void staysWhereItIsOnceItIsOff() {
    ScopeBench bench = new ScopeBench(folder, 4).approachAt(0, 0);
    bench.microscope.tell(scope -> scope.z().setTipLift(3));
    double before = bench.z();
    bench.microscope.tell(scope -> scope.z().switchOff());
    bench.pass(1);
    assertThat(bench.z() - before).isCloseTo(3, within(0.05));
    assertThat(bench.microscope.<ZStatus>ask(scope -> scope.z().status())).isEqualTo(ZStatus.OFF);
  }

  @Test
  void isStillOnDuringTheSwitchOffDelay() {
    ScopeBench bench = new ScopeBench(folder, 5).approachAt(0, 0);
    bench.microscope.tell(
        scope -> {
          scope.z().setSwitchOffDelay(0.2);
          scope.z().switchOff();
        });
    bench.pass(0.1);
    assertThat(bench.microscope.<ZStatus>ask(scope -> scope.z().status()))
        .isEqualTo(ZStatus.SWITCHING_OFF);
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.z().on())).isTrue();
    bench.pass(0.15);
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.z().on())).isFalse();
  }

  @Test
  void keepsWithinTheLimitsOnlyWhileItIsOn() {
    ScopeBench bench = new ScopeBench(folder, 6).approachAt(0, 0);
    double before = bench.z();
    bench.microscope.tell(
        scope -> {
          scope.z().setLimits(before + 200, before + 50);
          scope.z().limit(true);
        });
    bench.pass(0.1);
    assertThat(bench.z()).isCloseTo(before + 50, within(1e-6));
    bench.microscope.tell(
        scope -> {
          scope.z().switchOff();
          scope.z().moveTo(before + 300);
        });
    bench.pass(1);
    assertThat(bench.z()).isCloseTo(before + 300, within(1e-6));
  }

  @Test
  void aHeightIsIgnoredWhileItIsOn() {
    ScopeBench bench = new ScopeBench(folder, 7).approachAt(0, 0);
    double before = bench.z();
    bench.microscope.tell(scope -> scope.z().moveTo(before - 50));
    bench.pass(0.5);
    assertThat(bench.z()).isCloseTo(before, within(0.2));
    assertThat(bench.truth.now().wreckage().crashes()).isZero();
  }

  @Test
  void aWithdrawalTakesItsTimeToTheEndOfTheRange() {
    ScopeBench bench = new ScopeBench(folder, 8).approachAt(0, 0);
    double top = bench.microscope.ask(scope -> scope.piezo().highestAngstrom());
    double seconds = (top - bench.z()) / 1000;
    bench.microscope.tell(
        scope -> {
          scope.z().setWithdrawRate(1000);
          scope.z().withdraw();
        });
    bench.pass(seconds - 0.01);
    assertThat(bench.microscope.<ZStatus>ask(scope -> scope.z().status()))
        .isEqualTo(ZStatus.WITHDRAWING);
    bench.pass(0.02);
    assertThat(bench.z()).isEqualTo(top);
    assertThat(bench.microscope.<ZStatus>ask(scope -> scope.z().status())).isEqualTo(ZStatus.OFF);
    assertThat(bench.truth.now().currentNanoampere()).isZero();
  }

  @Test
  void homeIsWhereItWasSet() {
    ScopeBench bench = new ScopeBench(folder, 9).approachAt(0, 0);
    bench.microscope.tell(
        scope -> {
          scope.z().setHome(false, 900);
          scope.z().home();
        });
    bench.pass(1);
    assertThat(bench.z()).isCloseTo(900, within(1e-9));
  }
}
