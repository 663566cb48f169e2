package org.tipwright.runs.validation;

import java.util.List;
import java.util.stream.IntStream;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.env.random.RandomStream;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.lift.LiftSite;
import org.tipwright.physics.lift.molecular.MolecularLift;
import org.tipwright.physics.lift.molecular.MolecularSettings;

/**
 * Lifts of PTCDA with many tips, whose bonds can break, in steps of 0.1 Å up to 14 Å; the four
 * corners are held in turn. Tip and path number i are the same in every survey. Uses all
 * processors; the answer does not depend on how many there are.
 */
public final class CorridorSurvey {

  private static final long SEED = 20_200_902;
  private static final int CORNERS = 4;

  private final MolecularSettings settings;
  private final boolean isolated;

  /** A survey on a site with all its neighbours, or with none. */
  public CorridorSurvey(MolecularSettings settings, boolean isolated) {
    this.settings = settings;
    this.isolated = isolated;
  }

  /** Share of the first {@code tips} tips whose bond survives a path; inward is azimuth 0. */
  public double survival(LateralPath path, int tips) {
    long held = IntStream.range(0, tips).parallel().filter(tip -> survives(path, tip)).count();
    return (double) held / tips;
  }

  private boolean survives(LateralPath path, int tip) {
    double strength = TipDraw.strengthNanonewton(new RandomStream(SEED, "tip-" + tip));
    LiftSite site = new LiftSite(0, tip % CORNERS, 0, strength);
    double top = PublishedTube.STEPS * PublishedTube.STEP_ANGSTROM;
    try {
      return TracedLift.play(
              new MolecularLift(settings, isolated), site, path, PublishedTube.STEP_ANGSTROM, top)
          .held();
    } catch (NotConverged e) {
      throw new IllegalStateException("tip " + tip + " of the corridor: " + e.getMessage(), e);
    }
  }

  /** The first {@code paths} lifts along paths scattered around the published one. */
  public List<ScatteredLift> scattered(int paths) {
    PublishedTube tube = new PublishedTube();
    return IntStream.range(0, paths).parallel().mapToObj(path -> scattered(tube, path)).toList();
  }

  private ScatteredLift scattered(PublishedTube tube, int path) {
    try {
      return ScatteredLift.play(
          new MolecularLift(settings, isolated),
          tube,
          path % CORNERS,
          new RandomStream(SEED, "path-" + path));
    } catch (NotConverged e) {
      throw new IllegalStateException("path " + path + " of the corridor: " + e.getMessage(), e);
    }
  }
}
