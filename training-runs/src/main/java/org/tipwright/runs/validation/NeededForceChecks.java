package org.tipwright.runs.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.lift.molecular.MolecularLift;
import org.tipwright.physics.lift.molecular.MolecularSettings;
import org.tipwright.physics.lift.molecular.Substrate;

/** The force needed to lift PTCDA on Ag(111) along several paths, in and out of its layer. */
final class NeededForceChecks {

  private static final String SOURCE = "reference calculation of the model, layer on Ag(111)";
  private static final double SHARE = 0.15;

  /** A corner of the kind that the reference holds; the layer's other kind is reported. */
  private static final int CORNER = 1;

  private static final int OTHER_CORNER = 0;
  private static final MolecularSettings SILVER = MolecularSettings.ptcda(Substrate.silver());

  private NeededForceChecks() {}

  static List<Check> all() {
    return List.of(
        new Check("force needed in the layer, pinned", SOURCE, NeededForceChecks::pinned),
        new Check("force needed in the layer, not pinned", SOURCE, NeededForceChecks::unpinned),
        new Check("force needed by a single molecule, pinned", SOURCE, NeededForceChecks::single));
  }

  /** A path by name: straight up, or the published one at an azimuth from inward, in degrees. */
  private record Row(String name, LateralPath path, double worstNanonewton) {

    static Row up(double worst) {
      return new Row("straight up", LateralPath.up(), worst);
    }

    static Row published(String name, double degrees, double worst) {
      return new Row(name, LateralPath.published(StrictMath.toRadians(degrees)), worst);
    }
  }

  private static List<Finding> pinned() throws NotConverged {
    List<Row> rows =
        List.of(
            Row.up(1.73),
            Row.published("published, inward", 0, 0.96),
            Row.published("published, +45°", 45, 1.17),
            Row.published("published, −45°", -45, 1.00),
            Row.published("published, +90°", 90, 1.48),
            Row.published("published, −90°", -90, 1.35),
            Row.published("published, outward", 180, 2.02));
    MolecularLift engine = NeededForce.engine(SILVER, false);
    List<Finding> findings = judged(engine, rows);
    for (Row row : rows) {
      NeededForce force = NeededForce.of(engine, OTHER_CORNER, row.name(), row.path());
      findings.add(
          Finding.reported(
              "worst force, the layer's other kind of corner, " + row.name(),
              "nN",
              row.worstNanonewton(),
              SHARE * row.worstNanonewton(),
              force.worstNanonewton(),
              "the reference holds the kind above; the layer has only a twofold axis, so"
                  + " neighbouring corners differ; "
                  + intervals(force)));
    }
    return findings;
  }

  private static List<Finding> unpinned() throws NotConverged {
    return judged(
        NeededForce.engine(SILVER.withPinning(false), false),
        List.of(
            Row.up(1.53),
            Row.published("published, inward", 0, 0.93),
            Row.published("published, outward", 180, 2.26)));
  }

  private static List<Finding> single() throws NotConverged {
    return judged(
        NeededForce.engine(SILVER, true),
        List.of(
            Row.up(1.45),
            Row.published("published, inward", 0, 0.90),
            Row.published("published, outward", 180, 1.40)));
  }

  private static List<Finding> judged(MolecularLift engine, List<Row> rows) throws NotConverged {
    List<Finding> findings = new ArrayList<>();
    for (Row row : rows) {
      NeededForce force = NeededForce.of(engine, CORNER, row.name(), row.path());
      double known = row.worstNanonewton();
      findings.add(
          Finding.judged(
                  "worst force, " + row.name(), "nN", known, SHARE * known, force.worstNanonewton())
              .with(intervals(force)));
    }
    return findings;
  }

  private static String intervals(NeededForce force) {
    StringBuilder text = new StringBuilder("by height");
    double from = 0;
    for (int i = 0; i < NeededForce.INTERVALS_ANGSTROM.length; i++) {
      double to = NeededForce.INTERVALS_ANGSTROM[i];
      text.append(
          String.format(
              Locale.ROOT,
              "%s %.0f–%.0f Å: %.2f",
              i == 0 ? "" : ",",
              from,
              to,
              force.largestNanonewton()[i]));
      from = to;
    }
    return text.toString();
  }
}
