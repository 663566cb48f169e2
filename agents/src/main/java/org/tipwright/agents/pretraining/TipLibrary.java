package org.tipwright.agents.pretraining;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tipwright.env.Tasks;
import org.tipwright.env.hose.HoseSettings;
import org.tipwright.env.random.RandomStream;

/**
 * Maps of many simulated tips: all that an agent brings from its pretraining. Immutable; any number
 * of agents on any threads may share one.
 */
public final class TipLibrary {

  /** Heights at which tips are likened to one another, in levels: 4, 7, 10 and 13 Å. */
  private static final int[] LIKENED_LEVELS = {20, 35, 50, 65};

  private static final int PER_QUADRANT = TipMap.DIRECTIONS / 4;

  private final int tips;
  private final float[] lines;
  private final float[] centres;
  private final byte[] reaches;
  private final byte[] regains;
  private final int[][] order;
  private final int[][] rank;

  private TipLibrary(List<TipMap> maps) {
    this.tips = maps.size();
    this.lines = new float[tips * 2 * TipMap.LEVELS];
    this.centres = new float[tips * 2 * TipMap.SHELLS];
    this.regains = new byte[tips * TipMap.INNER_SHELLS * TipMap.DIRECTIONS];
    this.reaches = new byte[tips * TipMap.SHELLS * TipMap.DIRECTIONS];
    for (int t = 0; t < tips; t++) {
      TipMap map = maps.get(t);
      System.arraycopy(map.line(), 0, lines, t * map.line().length, map.line().length);
      System.arraycopy(map.centres(), 0, centres, t * map.centres().length, map.centres().length);
      System.arraycopy(map.regains(), 0, regains, t * map.regains().length, map.regains().length);
      System.arraycopy(map.reaches(), 0, reaches, t * map.reaches().length, map.reaches().length);
    }
    this.order = new int[LIKENED_LEVELS.length][];
    this.rank = new int[LIKENED_LEVELS.length][tips];
    for (int k = 0; k < LIKENED_LEVELS.length; k++) {
      int level = LIKENED_LEVELS[k];
      order[k] =
          IntStream.range(0, tips)
              .boxed()
              .sorted(
                  Comparator.comparingDouble(
                      t -> StrictMath.hypot(lineX(t, level), lineY(t, level))))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int place = 0; place < tips; place++) {
        rank[k][order[k][place]] = place;
      }
    }
  }

  /**
   * Simulates and maps the training tips: members of the family one after another, each with a
   * radius factor drawn as in E2. Takes about four milliseconds a tip; the processors share them.
   */
  public static TipLibrary pretrain(PretrainedSettings settings) {
    RandomStream draws = new RandomStream(settings.seed(), "training-tips");
    double least = settings.leastRadiusFactor();
    double span = settings.mostRadiusFactor() - least;
    double[] factors = new double[settings.tips()];
    Arrays.setAll(factors, i -> least + span * draws.nextDouble());
    return new TipLibrary(
        IntStream.range(0, factors.length)
            .parallel()
            .mapToObj(i -> map(settings.firstMember() + i, factors[i]))
            .toList());
  }

  private static TipMap map(int member, double radiusFactor) {
    Config hose =
        ConfigFactory.parseString("path = family, family-member = " + member)
            .withFallback(Tasks.defaults("hose"));
    return TipSurvey.map(HoseSettings.from(hose).drawPath(), radiusFactor);
  }

  /** How many tips. */
  public int tips() {
    return tips;
  }

  /** In how many ways tips are likened to one another: by how far out they are at some height. */
  int likenesses() {
    return LIKENED_LEVELS.length;
  }

  /** The tip that stands so many places after another in the order of a likeness, going round. */
  int like(int tip, int likeness, int places) {
    return order[likeness][Math.floorMod(rank[likeness][tip] + places, tips)];
  }

  /** Direction of a tip's path at the height of a likeness, in radians. */
  double azimuth(int tip, int likeness) {
    int level = LIKENED_LEVELS[likeness];
    return StrictMath.atan2(lineY(tip, level), lineX(tip, level));
  }

  /** Where a tip's path is at a level, in Å from its beginning. */
  double lineX(int tip, int level) {
    return lines[(tip * TipMap.LEVELS + level) * 2];
  }

  /** See {@link #lineX}. */
  double lineY(int tip, int level) {
    return lines[(tip * TipMap.LEVELS + level) * 2 + 1];
  }

  /**
   * How far, sideways, a position lies within the region where a tip's bond survives; negative
   * outside. All in Å, the position from the path's beginning. The path is taken as straight
   * between the middles of shells, the edge between directions as well.
   */
  double margin(int tip, double x, double y, double z) {
    double radius = StrictMath.sqrt(x * x + y * y + z * z) / TipMap.SHELL_ANGSTROM;
    int shell = StrictMath.min(TipMap.SHELLS - 1, (int) radius);
    double off = StrictMath.max(-0.5, StrictMath.min(0.5, radius - shell - 0.5));
    int at = (tip * TipMap.SHELLS + shell) * 2;
    int beside = at;
    if (off < 0 && shell > 0) {
      beside = at - 2;
    } else if (off > 0 && shell < TipMap.SHELLS - 1) {
      beside = at + 2;
    }
    double share = StrictMath.abs(off);
    double alongX = x - centres[at] - share * (centres[beside] - centres[at]);
    double alongY = y - centres[at + 1] - share * (centres[beside + 1] - centres[at + 1]);
    double away = StrictMath.sqrt(alongX * alongX + alongY * alongY);
    double place = place(alongX, alongY);
    double reach = between(reaches, (tip * TipMap.SHELLS + shell) * TipMap.DIRECTIONS, place);
    if (away <= reach || shell >= TipMap.INNER_SHELLS) {
      return reach - away;
    }
    double regain =
        between(regains, (tip * TipMap.INNER_SHELLS + shell) * TipMap.DIRECTIONS, place);
    return StrictMath.max(reach - away, away - regain);
  }

  /** Which direction, fractions in between; 0 along x. */
  private static double place(double alongX, double alongY) {
    double x = StrictMath.abs(alongX);
    double y = StrictMath.abs(alongY);
    double sum = x + y;
    if (sum == 0) {
      return 0;
    }
    double quarters;
    if (alongY >= 0) {
      quarters = alongX >= 0 ? y / sum : 1 + x / sum;
    } else {
      quarters = alongX < 0 ? 2 + y / sum : 3 + x / sum;
    }
    return PER_QUADRANT * quarters;
  }

  private static double between(byte[] ways, int first, double place) {
    int direction = (int) place;
    double share = place - direction;
    int one = ways[first + direction % TipMap.DIRECTIONS] & 0xff;
    int other = ways[first + (direction + 1) % TipMap.DIRECTIONS] & 0xff;
    double way;
    if (one == TipMap.NEVER || other == TipMap.NEVER) {
      way = share < 0.5 ? one : other;
    } else {
      way = one + share * (other - one);
    }
    return TipMap.angstrom(way);
  }
}
