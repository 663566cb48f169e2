package org.tipwright.bridge.microscope;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.tipwright.bridge.microscope.specimen.LyingMolecule;
import org.tipwright.bridge.safety.ManualClock;

/** A microscope on a clock that stands still until it is told. */
final class ScopeBench {

  /** A piezo whose tip is where it is commanded. */
  static final List<String> EXACT =
      List.of(
          "faults.creep-per-decade=0",
          "faults.hysteresis.share=0",
          "faults.drift-angstrom-per-hour={lateral=0,vertical=0}");

  final ManualClock clock = new ManualClock();
  final Microscope microscope;
  final MicroscopeTruth truth;

  ScopeBench(Path folder, long seed, List<String> settings, double timeScale) {
    List<String> all = new ArrayList<>(settings);
    all.add("patience-seconds=1e9");
    Session session = new Session(folder, LocalDateTime.of(2026, 1, 31, 12, 0), 20_000);
    microscope = new Microscope(MicroscopeSettings.with(all), seed, session, clock, timeScale);
    truth = microscope.truth();
  }

  ScopeBench(Path folder, long seed) {
    this(folder, seed, EXACT, 1);
  }

  /** Lets time pass. */
  ScopeBench pass(double seconds) {
    clock.advance(seconds);
    microscope.catchUp();
    return this;
  }

  /** Feedback on, over a spot, settled. */
  ScopeBench approachAt(double x, double y) {
    microscope.tell(
        scope -> {
          scope.followMe().setSpeed(5000, true);
          scope.moveTo(x, y);
        });
    pass(2);
    microscope.tell(scope -> scope.z().switchOn());
    return pass(3);
  }

  double z() {
    return microscope.ask(scope -> scope.z().zAngstrom());
  }

  /** A molecule of the island within 200 Å of the origin that has all its neighbours. */
  LyingMolecule molecule() {
    for (LyingMolecule molecule : truth.moleculesNear(0, 0, 200)) {
      if (truth.moleculesNear(molecule.xAngstrom(), molecule.yAngstrom(), 25).size() >= 16) {
        return molecule;
      }
    }
    throw new IllegalStateException("no such molecule");
  }

  /** x of a spot on the line y = 0 with nothing within 30 Å. */
  double bareX() {
    for (double x = 0; x < 1000; x += 5) {
      if (truth.moleculesNear(x, 0, 40).isEmpty() && flat(x)) {
        return x;
      }
    }
    throw new IllegalStateException("no bare spot");
  }

  private boolean flat(double x) {
    for (double dx = -30; dx <= 30; dx += 3) {
      for (double dy = -30; dy <= 30; dy += 3) {
        if (Math.abs(truth.imageHeightAngstrom(x + dx, dy)) > 0.01) {
          return false;
        }
      }
    }
    return true;
  }
}
