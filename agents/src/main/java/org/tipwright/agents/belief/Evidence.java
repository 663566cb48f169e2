package org.tipwright.agents.belief;

import java.util.Arrays;

/**
 * What attempts have shown: in each shell the directions in which the bond held, and those in which
 * it broke. The same direction twice is no more evidence than once, since chance has no part in it.
 */
final class Evidence {

  /** Products of chances are taken to logarithms before they get smaller than this. */
  private static final double SMALL = 1e-100;

  private final Shells shells;
  private final Crossings crossings;
  private final Directions[] safe;
  private final Directions[] ruptured;
  private final double sameDirection;
  private int outermost;

  Evidence(Shells shells, double sameDirection) {
    this.shells = shells;
    this.crossings = new Crossings(shells);
    this.safe = new Directions[shells.count()];
    this.ruptured = new Directions[shells.count()];
    this.sameDirection = sameDirection;
    clear();
  }

  /** Forgets everything. */
  void clear() {
    outermost = 0;
    for (int k = 0; k < safe.length; k++) {
      safe[k] = new Directions();
      ruptured[k] = new Directions();
    }
  }

  /**
   * Takes in an attempt. In the shell of a rupture the steps before it count for nothing: nearly
   * the same place cannot speak for both.
   */
  void add(Attempt attempt) {
    int end = attempt.steps();
    double distance = Shells.distance(attempt.x()[end], attempt.y()[end], end);
    int last = attempt.ruptured() ? shells.of(distance) : shells.count();
    crossings.follow(attempt.x(), attempt.y(), 1, attempt.lastSafe());
    for (int i = 0; i < crossings.size() && crossings.shell(i) < last; i++) {
      safe[crossings.shell(i)].add(crossings.directionX(i), crossings.directionY(i), sameDirection);
      outermost = StrictMath.max(outermost, crossings.shell(i));
    }
    if (attempt.ruptured()) {
      double scale = Shells.toDirection(distance, end);
      ruptured[last].add(scale * attempt.x()[end], scale * attempt.y()[end], 0);
      outermost = StrictMath.max(outermost, last);
    }
  }

  /** The outermost shell of which anything is known. */
  int outermost() {
    return outermost;
  }

  /** Log likelihood of a hypothesis, of the evidence from a shell outwards alone. */
  double logLikelihood(Hypothesis hypothesis, int from) {
    return logLikelihood(hypothesis, from, Double.NEGATIVE_INFINITY);
  }

  /** The same; where it lies below a level, anything below that level may be returned. */
  double logLikelihood(Hypothesis hypothesis, int from, double level) {
    double sum = 0;
    double product = 1;
    double least = StrictMath.max(SMALL, StrictMath.exp(level));
    for (int k = from; k <= outermost; k++) {
      Directions held = safe[k];
      for (int i = 0; i < held.size; i++) {
        product *= hypothesis.survival(k, held.x[i], held.y[i]);
      }
      Directions broke = ruptured[k];
      for (int i = 0; i < broke.size; i++) {
        product *= 1 - hypothesis.survival(k, broke.x[i], broke.y[i]);
      }
      if (product < least) {
        sum += StrictMath.log(product);
        if (sum < level) {
          return sum;
        }
        product = 1;
        least = StrictMath.max(SMALL, StrictMath.exp(level - sum));
      }
    }
    return sum + StrictMath.log(product);
  }

  /** Directions in one shell. */
  private static final class Directions {

    private double[] x = new double[8];
    private double[] y = new double[8];
    private int size;

    /** Adds one unless another is no farther away than this. */
    void add(double newX, double newY, double same) {
      for (int i = 0; i < size; i++) {
        double dx = x[i] - newX;
        double dy = y[i] - newY;
        if (dx * dx + dy * dy <= same * same) {
          return;
        }
      }
      if (size == x.length) {
        x = Arrays.copyOf(x, 2 * size);
        y = Arrays.copyOf(y, 2 * size);
      }
      x[size] = newX;
      y[size++] = newY;
    }
  }
}
