package org.tipwright.physics.slide;

import java.util.Arrays;
import org.tipwright.physics.lattice.LateralExpansion;
import org.tipwright.physics.lattice.LatticeSites;

/** The passes by which each adsorbate may leave its minimum, with their barriers and rates. */
final class WaysOut {

  private static final int MOST_EACH = 16;
  private static final double BOLTZMANN_EV_PER_KELVIN = 8.617333262e-5;

  /** Passes nearer to one another than this, in Å, are one. */
  private static final double SAME_ANGSTROM = 0.02;

  /**
   * Bridges within this many periods are looked at: all those around the present site (at 0.29
   * periods from a hollow, 0.5 from a top site, with room for an adsorbate pulled aside), none of
   * the next ring (0.76 and 0.87).
   */
  private static final double HOLLOW_REACH = 0.62;

  private static final double TOP_REACH = 0.7;

  private final SlidingAdsorbate kind;
  private final SlideConditions conditions;
  private final AdsorbateField field;
  private final SaddleSearch saddles;
  private final LatticeSites sites;
  private final double reach;
  private final LateralExpansion minimum = new LateralExpansion();
  private final double[] bridgeX = new double[MOST_EACH];
  private final double[] bridgeY = new double[MOST_EACH];

  private int[] adsorbate = new int[0];
  private double[] x = new double[0];
  private double[] y = new double[0];
  private double[] acrossX = new double[0];
  private double[] acrossY = new double[0];
  private double[] barrier = new double[0];
  private double[] heatRate = new double[0];
  private double[] electronRate = new double[0];
  private int count;

  /** For each adsorbate the bridges looked at last, and the pass over each; NaN if none. */
  private double[] lastBridgeX = new double[0];

  private double[] lastBridgeY = new double[0];
  private double[] lastX = new double[0];
  private double[] lastY = new double[0];

  WaysOut(SlidingAdsorbate kind, SlideConditions conditions, AdsorbateField field) {
    this.kind = kind;
    this.conditions = conditions;
    this.field = field;
    this.saddles = new SaddleSearch(field);
    double period = kind.surface().nearestNeighbourAngstrom();
    this.sites = new LatticeSites(period);
    this.reach = period * (kind.overHollows() ? HOLLOW_REACH : TOP_REACH);
  }

  /** Makes room for a number of adsorbates and forgets what was found before. */
  void size(int adsorbates) {
    int room = adsorbates * MOST_EACH;
    if (room > adsorbate.length) {
      adsorbate = new int[room];
      x = new double[room];
      y = new double[room];
      acrossX = new double[room];
      acrossY = new double[room];
      barrier = new double[room];
      heatRate = new double[room];
      electronRate = new double[room];
      lastBridgeX = new double[room];
      lastBridgeY = new double[room];
      lastX = new double[room];
      lastY = new double[room];
    }
    Arrays.fill(lastX, Double.NaN);
  }

  /** Whether anything can hop at all under these conditions. */
  boolean open() {
    return conditions.temperatureKelvin() > 0 || conditions.electronHopsPerSecond() > 0;
  }

  /** Finds all passes from the present, relaxed state. */
  void survey() {
    count = 0;
    for (int i = 0; i < field.size(); i++) {
      survey(i);
    }
  }

  private void survey(int i) {
    double fromX = field.x()[i];
    double fromY = field.y()[i];
    field.expand(i, fromX, fromY, minimum);
    double electrons = electronRate(i);
    int first = count;
    int bridges = sites.bridgesAround(fromX, fromY, reach, bridgeX, bridgeY);
    for (int b = 0; b < bridges; b++) {
      if (!find(i, b, fromX, fromY)) {
        continue;
      }
      double height = saddles.energyEv() - minimum.energyEv();
      if (!(height > 0) || known(first, saddles.x(), saddles.y())) {
        continue;
      }
      adsorbate[count] = i;
      x[count] = saddles.x();
      y[count] = saddles.y();
      acrossX[count] = saddles.acrossX();
      acrossY[count] = saddles.acrossY();
      barrier[count] = height;
      heatRate[count] = heatRate(height);
      electronRate[count] = electrons;
      count++;
    }
  }

  private boolean find(int i, int bridge, double fromX, double fromY) {
    int slot = i * MOST_EACH + bridge;
    double bx = bridgeX[bridge];
    double by = bridgeY[bridge];
    boolean looked = lastBridgeX[slot] == bx && lastBridgeY[slot] == by;
    boolean again = looked && !Double.isNaN(lastX[slot]);
    boolean found =
        (again && saddles.findAgain(i, lastX[slot], lastY[slot]))
            || saddles.find(i, fromX, fromY, bx, by);
    lastBridgeX[slot] = bx;
    lastBridgeY[slot] = by;
    lastX[slot] = found ? saddles.x() : Double.NaN;
    lastY[slot] = found ? saddles.y() : Double.NaN;
    return found;
  }

  private boolean known(int first, double atX, double atY) {
    for (int w = first; w < count; w++) {
      if (Math.abs(x[w] - atX) < SAME_ANGSTROM && Math.abs(y[w] - atY) < SAME_ANGSTROM) {
        return true;
      }
    }
    return false;
  }

  private double heatRate(double barrierEv) {
    double thermal = BOLTZMANN_EV_PER_KELVIN * conditions.temperatureKelvin();
    return thermal > 0 ? kind.attemptHertz() * StrictMath.exp(-barrierEv / thermal) : 0;
  }

  private double electronRate(int i) {
    if (!(conditions.electronHopsPerSecond() > 0)) {
      return 0;
    }
    double current = kind.junction().currentNanoampere(field.tipDistance(i), conditions.biasVolt());
    return conditions.electronHopsPerSecond()
        * StrictMath.pow(current, conditions.electronExponent());
  }

  /** All rates together, in 1/s. */
  double totalRate() {
    double total = 0;
    for (int w = 0; w < count; w++) {
      total += heatRate[w] + electronRate[w];
    }
    return total;
  }

  /** The way whose share of the total rate holds a number from 0 to the total. */
  int at(double rate) {
    double sum = 0;
    int last = 0;
    for (int w = 0; w < count; w++) {
      double own = heatRate[w] + electronRate[w];
      if (own > 0) {
        last = w;
      }
      sum += own;
      if (rate < sum) {
        return w;
      }
    }
    return last;
  }

  /** Strikes a way out: it turned out to lead from another minimum. */
  void strike(int way) {
    heatRate[way] = 0;
    electronRate[way] = 0;
  }

  /** The lowest barrier of an adsorbate in eV; +∞ if there is no way out. */
  double lowestBarrier(int ofAdsorbate) {
    double lowest = Double.POSITIVE_INFINITY;
    for (int w = 0; w < count; w++) {
      if (adsorbate[w] == ofAdsorbate) {
        lowest = Math.min(lowest, barrier[w]);
      }
    }
    return lowest;
  }

  int adsorbate(int way) {
    return adsorbate[way];
  }

  double x(int way) {
    return x[way];
  }

  double y(int way) {
    return y[way];
  }

  double acrossX(int way) {
    return acrossX[way];
  }

  double acrossY(int way) {
    return acrossY[way];
  }

  double barrierEv(int way) {
    return barrier[way];
  }

  /** Share of electrons in a way's rate, 0 to 1. */
  double electronShare(int way) {
    return electronRate[way] / (heatRate[way] + electronRate[way]);
  }
}
