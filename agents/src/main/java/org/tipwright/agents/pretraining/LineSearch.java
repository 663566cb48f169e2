package org.tipwright.agents.pretraining;

import java.util.Arrays;
import org.tipwright.agents.belief.PlannedLine;
import org.tipwright.env.lift.LiftMove;
import org.tipwright.env.random.RandomStream;

/**
 * Finds the line that gets to the top with most of the tips that the present one may be. It tries
 * the paths of some of them; then, again and again, the best line gives way to the mean, height by
 * height, of the paths of those tips with which it gets so high. Lines are judged as the moves will
 * follow them.
 */
final class LineSearch {

  /** Below this height the line leads from contact to the path. */
  private static final double JOINED_ANGSTROM = 2;

  /** Levels from contact that are safe with every tip. */
  private static final int SAFE_LEVELS = 4;

  private final PretrainedSettings settings;
  private final double[] x = new double[TipMap.LEVELS];
  private final double[] y = new double[TipMap.LEVELS];
  private final double[] bestX = new double[TipMap.LEVELS];
  private final double[] bestY = new double[TipMap.LEVELS];
  private final double[] meanX = new double[TipMap.LEVELS];
  private final double[] meanY = new double[TipMap.LEVELS];
  private final int[] counted = new int[TipMap.LEVELS];
  private final int[] heights;
  private final int steps;
  private final double[] movedX;
  private final double[] movedY;

  LineSearch(PretrainedSettings settings) {
    this.settings = settings;
    this.heights = new int[settings.judges()];
    this.steps = (TipMap.LEVELS - 1) * TipMap.LEVEL_STEPS;
    this.movedX = new double[steps + 1];
    this.movedY = new double[steps + 1];
  }

  /** The best line found. */
  PlannedLine plan(TipCloud cloud, RandomStream draws) {
    int first = draws.nextInt(cloud.size());
    int most = -1;
    for (int c = 0; c < settings.candidates(); c++) {
      long place = (long) c * cloud.size() / settings.candidates();
      follow(cloud.pose((int) ((first + place) % cloud.size())));
      most = keepBetter(cloud, most);
    }
    for (int r = 0; r < settings.refinements(); r++) {
      recall();
      succeeding(cloud, 0);
      mean(cloud);
      most = keepBetter(cloud, most);
    }
    recall();
    // The tips that chose the line think too well of it; its chance is that with others.
    double survival = (double) succeeding(cloud, 0.5) / heights.length;
    return new PlannedLine(movedX.clone(), movedY.clone(), 0, survival);
  }

  private int keepBetter(TipCloud cloud, int most) {
    int succeeding = succeeding(cloud, 0);
    if (succeeding > most) {
      System.arraycopy(x, 0, bestX, 0, x.length);
      System.arraycopy(y, 0, bestY, 0, y.length);
      return succeeding;
    }
    return most;
  }

  private void recall() {
    System.arraycopy(bestX, 0, x, 0, x.length);
    System.arraycopy(bestY, 0, y, 0, y.length);
  }

  private void follow(TipPose pose) {
    for (int level = 0; level < TipMap.LEVELS; level++) {
      x[level] = joined(level) * pose.lineX(level);
      y[level] = joined(level) * pose.lineY(level);
    }
  }

  private static double joined(int level) {
    double height = level * TipMap.LEVEL_STEPS * LiftMove.VERTICAL_ANGSTROM;
    return StrictMath.min(1, height / JOINED_ANGSTROM);
  }

  /** Replaces the line, where some tip lets it get, by the mean of the paths of those that do. */
  private void mean(TipCloud cloud) {
    Arrays.fill(meanX, 0);
    Arrays.fill(meanY, 0);
    Arrays.fill(counted, 0);
    for (int j = 0; j < heights.length; j++) {
      TipPose pose = judge(cloud, j);
      for (int level = 0; level <= StrictMath.min(heights[j], TipMap.LEVELS - 1); level++) {
        meanX[level] += pose.lineX(level);
        meanY[level] += pose.lineY(level);
        counted[level]++;
      }
    }
    for (int level = 0; level < TipMap.LEVELS && counted[level] > 0; level++) {
      x[level] = joined(level) * meanX[level] / counted[level];
      y[level] = joined(level) * meanY[level] / counted[level];
    }
  }

  private TipPose judge(TipCloud cloud, double index) {
    return cloud.pose((int) (index * cloud.size() / heights.length));
  }

  /**
   * With how many of the judging tips the line gets to the top; notes how high with each.
   *
   * @param between 0 for the judges, 0.5 for as many others between them in the sample
   */
  private int succeeding(TipCloud cloud, double between) {
    move();
    int succeeding = 0;
    for (int j = 0; j < heights.length; j++) {
      TipPose pose = judge(cloud, j + between);
      int level = SAFE_LEVELS;
      int step = level * TipMap.LEVEL_STEPS;
      while (step < steps && pose.margin(movedX[step], movedY[step], step) > 0) {
        level++;
        step += TipMap.LEVEL_STEPS;
      }
      heights[j] = level;
      succeeding += step == steps ? 1 : 0;
    }
    return succeeding;
  }

  /** Where the tip is after each step if every move is the one that ends nearest to the line. */
  private void move() {
    int atX = 0;
    int atY = 0;
    for (int n = 1; n <= steps; n++) {
      int below = n / TipMap.LEVEL_STEPS;
      double share = (double) (n % TipMap.LEVEL_STEPS) / TipMap.LEVEL_STEPS;
      int above = StrictMath.min(TipMap.LEVELS - 1, below + 1);
      double goalX = x[below] + share * (x[above] - x[below]);
      double goalY = y[below] + share * (y[above] - y[below]);
      double offX = goalX / LiftMove.LATERAL_ANGSTROM - atX;
      double offY = goalY / LiftMove.LATERAL_ANGSTROM - atY;
      // One unit along the longer axis, if that brings it nearer than staying does.
      if (StrictMath.abs(offX) >= StrictMath.abs(offY)) {
        atX += StrictMath.abs(offX) > 0.5 ? (int) StrictMath.signum(offX) : 0;
      } else {
        atY += StrictMath.abs(offY) > 0.5 ? (int) StrictMath.signum(offY) : 0;
      }
      movedX[n] = atX * LiftMove.LATERAL_ANGSTROM;
      movedY[n] = atY * LiftMove.LATERAL_ANGSTROM;
    }
  }
}
