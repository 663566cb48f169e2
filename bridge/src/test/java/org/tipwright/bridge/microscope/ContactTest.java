package org.tipwright.bridge.microscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.bridge.microscope.specimen.BondState;
import org.tipwright.bridge.microscope.specimen.LyingMolecule;

/** Contact, lift, rupture and crash, driven as a lab would. */
@SuppressWarnings("NullAway.Init")
class ContactTest {

  /** Lateral way and height of the published path in Å, Leinen et al. 2020. */
  private static final double[][] PATH = {
    {0, 0},
    {0.6, 1.7},
    {2.5, 2.6},
    {4.5, 3.7},
    {6.5, 4.9},
    {9.0, 7.8},
    {10.7, 10.0},
    {13.5, 12.6},
    {15.1, 14.9},
    {15.1, 24}
  };

  @TempDir private Path folder;

  // Set by over(), with which every test begins.
  private ScopeBench bench;
  private LyingMolecule molecule;
  private double z0;

  private void over(int corner) {
    over(corner, List.of());
  }

  private void over(int corner, List<String> more) {
    List<String> settings = new ArrayList<>(ScopeBench.EXACT);
    settings.addAll(more);
    bench = new ScopeBench(folder, 11, settings, 1);
    molecule = bench.molecule();
    bench.microscope.tell(
        scope -> {
          scope.bias().set(0.02);
          scope.z().setSetpoint(0.1);
        });
    bench.approachAt(molecule.cornerX(corner), molecule.cornerY(corner));
    bench.microscope.tell(scope -> scope.z().switchOff());
    bench.microscope.tell(scope -> scope.bias().set(0.003));
    bench.pass(0.2);
    z0 = bench.z();
  }

  private void go(double dx, double dy, double z) {
    bench.microscope.tell(
        scope -> {
          scope.followMe().setSpeed(1, true);
          scope.z().moveTo(z);
          scope.moveTo(scope.piezo().xAngstrom() + dx, scope.piezo().yAngstrom() + dy);
        });
    bench.pass(0.4);
  }

  /** Steps down by 0.05 Å until there is a bond; returns the depth below z0. */
  private double makeContact() {
    for (double depth = 0.05; depth < 3; depth += 0.05) {
      go(0, 0, z0 - depth);
      if (bench.truth.now().bond() == BondState.HELD) {
        return depth;
      }
    }
    throw new AssertionError("no contact within 3 Å");
  }

  private void lift(double azimuth) {
    double from = bench.z();
    for (int k = 1; k < PATH.length; k++) {
      double way = PATH[k][0] - PATH[k - 1][0];
      double rise = PATH[k][1] - PATH[k - 1][1];
      int steps = (int) Math.ceil(Math.hypot(way, rise) / 0.3);
      for (int i = 1; i <= steps; i++) {
        go(
            way / steps * Math.cos(azimuth),
            way / steps * Math.sin(azimuth),
            from + PATH[k - 1][1] + rise * i / steps);
      }
    }
  }

  @Test
  void contactWithAnOxygenIsAJumpOfTheCurrentWithinThreeAngstrom() {
    over(1);
    double depth = makeContact();
    assertThat(depth).isBetween(0.3, 3.0);
    double inContact = bench.truth.now().conductanceNanosiemens();
    assertThat(inContact).isGreaterThan(0.02 * 77_481);
    go(0, 0, z0 - depth + 0.2);
    // In vacuum 0.2 Å would take 35 %.
    assertThat(bench.truth.now().conductanceNanosiemens() / inContact).isGreaterThan(0.7);
    assertThat(bench.truth.now().wreckage().crashes()).isZero();
  }

  @Test
  void thePublishedPathInwardLiftsTheMoleculeAndLeavesAVacancy() {
    over(1);
    makeContact();
    lift(molecule.inwardAzimuthRadians(1));
    assertThat(bench.truth.now().bond()).isEqualTo(BondState.CARRIED);
    assertThat(bench.truth.moleculesNear(molecule.xAngstrom(), molecule.yAngstrom(), 3)).isEmpty();
  }

  @Test
  void aHangingMoleculeRaisesTheTipAtTheSameCurrent() {
    over(1);
    makeContact();
    lift(molecule.inwardAzimuthRadians(1));
    bench.microscope.tell(scope -> scope.z().withdraw());
    bench.pass(6);
    bench.microscope.tell(
        scope -> {
          scope.bias().set(0.05);
          scope.z().setSetpoint(0.02);
        });
    bench.approachAt(bench.bareX(), 0);
    double loaded = bench.truth.now().metalAngstrom();
    double bare = Math.log(77_481 * 0.05 / 0.02) / 2.1736;
    assertThat(loaded - bare).isBetween(3.0, 13.0);
  }

  @Test
  void aPathOutwardBreaksTheBondAndTheMoleculeStays() {
    over(1, List.of("specimen.strength-nanonewton={mean=1.0,sd=0}"));
    makeContact();
    lift(molecule.inwardAzimuthRadians(1) + Math.PI);
    assertThat(bench.truth.now().bond()).isEqualTo(BondState.NONE);
    assertThat(bench.truth.moleculesNear(molecule.xAngstrom(), molecule.yAngstrom(), 6))
        .isNotEmpty();
    assertThat(bench.truth.now().wreckage().crashes()).isZero();
  }

  @Test
  void drivingTheTipIntoTheMetalIsACrashThatChangesTipAndPlace() {
    bench = new ScopeBench(folder, 12);
    double x = bench.bareX();
    bench.approachAt(x, 0);
    bench.microscope.tell(scope -> scope.z().switchOff());
    double before = bench.truth.imageHeightAngstrom(x, 0);
    bench.microscope.tell(scope -> scope.z().moveTo(scope.z().zAngstrom() - 10));
    bench.pass(0.5);
    assertThat(bench.truth.now().wreckage().crashes()).isEqualTo(1);
    assertThat(bench.truth.now().wreckage().deepestAngstrom()).isBetween(2.0, 6.0);
    bench.microscope.tell(scope -> scope.z().withdraw());
    bench.pass(6);
    assertThat(bench.truth.now().wreckage().crashes()).isEqualTo(1);
    assertThat(bench.truth.now().wreckage().tipChanges()).isEqualTo(1);
    assertThat(bench.truth.imageHeightAngstrom(x, 0)).isGreaterThan(before + 0.3);
  }

  @Test
  void aDipOfTheTipShaperIsMeantAndChangesTheTip() {
    bench = new ScopeBench(folder, 13);
    bench.approachAt(bench.bareX(), 0);
    bench.microscope.tell(scope -> scope.shaper().start());
    bench.pass(3);
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.shaper().running())).isFalse();
    assertThat(bench.truth.now().wreckage().dips()).isEqualTo(1);
    assertThat(bench.truth.now().wreckage().crashes()).isZero();
    assertThat(bench.truth.now().wreckage().tipChanges()).isEqualTo(1);
    assertThat(bench.truth.now().currentNanoampere()).isCloseTo(0.02, within(0.003));
  }

  @Test
  void theCurrentReadStopsAtTheRail() {
    bench = new ScopeBench(folder, 14);
    bench.approachAt(bench.bareX(), 0);
    bench.microscope.tell(scope -> scope.z().switchOff());
    bench.microscope.tell(scope -> scope.z().moveTo(scope.z().zAngstrom() - 5));
    bench.pass(0.5);
    assertThat(bench.truth.now().currentNanoampere()).isGreaterThan(200);
    assertThat(bench.microscope.<Double>ask(scope -> scope.preamplifier().nanoampere()))
        .isEqualTo(100);
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.preamplifier().atRail())).isTrue();
  }
}
