package org.tipwright.agents.benchmark;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tipwright.agents.baseline.LateralPath;
import org.tipwright.agents.baseline.PathPolicy;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.Tasks;

/**
 * Finds the one straight line that gets through most members of the family of paths: all lines of a
 * grid are tried on a few members, the better half goes on to twice as many (successive halving:
 * Jamieson and Talwalkar, AISTATS 2016).
 */
public final class StraightLineSearch {

  /** First member searched on; those below are kept for benchmarks. */
  public static final int FIRST_MEMBER = 1000;

  private static final int FIRST_MEMBERS = 25;
  private static final int MOST_MEMBERS = 400;
  private static final int AZIMUTH_STEP_DEGREES = 10;
  private static final int LEAST_SLOPE_DEGREES = 20;
  private static final int MOST_SLOPE_DEGREES = 60;
  private static final int SLOPE_STEP_DEGREES = 4;

  private final List<EnvironmentCore> members = new ArrayList<>();

  /**
   * A line from contact.
   *
   * @param azimuthDegrees its direction, from x towards y
   * @param slopeDegrees its angle to the vertical
   */
  public record StraightLine(int azimuthDegrees, int slopeDegrees) {

    /** What {@link #search} finds; it gets through 9 of 400 members. A test repeats the search. */
    public static final StraightLine BEST = new StraightLine(180, 32);

    /** The same as a path. */
    public LateralPath path() {
      double top = 14;
      double reach = top * StrictMath.tan(StrictMath.toRadians(slopeDegrees));
      return LateralPath.along(
          StrictMath.toRadians(azimuthDegrees), new double[] {0, top}, new double[] {0, reach});
    }
  }

  /** Prepares the members of the family. */
  public StraightLineSearch() {
    for (HoseTrial trial : HoseTrial.family(FIRST_MEMBER, MOST_MEMBERS, 1)) {
      Config settings = trial.settings();
      members.add(Tasks.create("hose", settings));
    }
  }

  /** The best line found. */
  public StraightLine search() {
    List<StraightLine> field = new ArrayList<>();
    for (int azimuth = 0; azimuth < 360; azimuth += AZIMUTH_STEP_DEGREES) {
      for (int slope = LEAST_SLOPE_DEGREES;
          slope <= MOST_SLOPE_DEGREES;
          slope += SLOPE_STEP_DEGREES) {
        field.add(new StraightLine(azimuth, slope));
      }
    }
    int tried = FIRST_MEMBERS;
    while (field.size() > 1) {
      field = betterHalf(field, Math.min(tried, MOST_MEMBERS));
      tried *= 2;
    }
    return field.get(0);
  }

  private List<StraightLine> betterHalf(List<StraightLine> field, int onMembers) {
    record Scored(StraightLine line, int solved) {}
    return field.stream()
        .map(line -> new Scored(line, solved(line, onMembers)))
        .sorted(Comparator.comparingInt(Scored::solved).reversed())
        .limit((field.size() + 1) / 2)
        .map(Scored::line)
        .toList();
  }

  /** On how many of the first members a line succeeds. */
  int solved(StraightLine line, int onMembers) {
    int solved = 0;
    for (EnvironmentCore member : members.subList(0, onMembers)) {
      PathPolicy policy = new PathPolicy("line", line.path(), member.observationSpec().size());
      solved += new PolicyPlayer(member, 0, episode -> policy).play(0).succeeded() ? 1 : 0;
    }
    return solved;
  }
}
