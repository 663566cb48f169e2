package org.tipwright.physics.lift.molecular;

import org.tipwright.physics.NotConverged;

/**
 * Brings a molecule to rest in a minimum. Newton's steps with a factor of the stiffness that is
 * kept while it serves; where the stiffness is not positive definite it is shifted until it is, so
 * that every step leads downhill (Nocedal and Wright, Numerical Optimization, 2nd ed., ch. 3.4).
 * Where even short steps fail, {@link Fire} takes over.
 */
final class Relaxation {

  private static final int MOST_EVALUATIONS = 100_000;
  private static final int MOST_HALVINGS = 4;
  private static final double LONGEST_MOVE_ANGSTROM = 0.2;
  private static final double SHORTER = 0.4;

  /** A good step leaves at most this share of the force. */
  private static final double GOOD_SHARE = 0.5;

  /** After so many steps in a row that are not good the stiffness is factorised anew. */
  private static final int MOST_POOR_STEPS = 3;

  /** Energy in eV that rounding may add in a step. */
  private static final double ROUNDING_EV = 1e-9;

  /** A stiffness down to minus this, in eV/Å², is a neutral mode, not a slope. */
  private static final double NEUTRAL = 1e-3;

  /** What rounding may leave of a neutral mode, in eV/Å². */
  private static final double FAINT = 1e-6;

  private static final double LARGEST_SHIFT = 1e3;
  private static final double NUDGE_ANGSTROM = 0.03;
  private static final int INVERSE_ITERATIONS = 4;

  private final HeldMolecule molecule;
  private final Fire fire;
  private final double lostStretch;
  private final double[] r;
  private final double[] start;
  private final double[] step;

  private final QuasiNewton quasiNewton;
  private final double[] slopeBefore;
  private int poor;
  private boolean factorised;
  private boolean fresh;
  private double shift;
  private double energy;
  private double residual;
  private boolean slid;
  private long evaluations;
  private long factorisations;

  /**
   * A relaxation of one molecule.
   *
   * @param lostStretch stretch in Å of the tip's bond from which it counts as broken
   */
  Relaxation(HeldMolecule molecule, int atoms, double lostStretch) {
    this.molecule = molecule;
    this.fire = new Fire(3 * atoms, LONGEST_MOVE_ANGSTROM);
    this.lostStretch = lostStretch;
    this.r = new double[3 * atoms];
    this.start = new double[3 * atoms];
    this.step = new double[3 * atoms];
    this.slopeBefore = new double[3 * atoms];
    this.quasiNewton = new QuasiNewton(3 * atoms);
  }

  /** Positions of the atoms, three by three, in Å. */
  double[] positions() {
    return r;
  }

  /** Forgets what was known of the stiffness: the molecule was put elsewhere. */
  void forget() {
    factorised = false;
    slid = false;
  }

  /**
   * Relaxes until no atom feels more than {@code tolerance} eV/Å; that may still be a saddle.
   *
   * @throws NotConverged if that takes more than 100,000 evaluations
   */
  void approach(double tolerance) throws NotConverged {
    evaluate(false);
    long last = evaluations + MOST_EVALUATIONS;
    while (evaluations < last) {
      if (molecule.bonded() && molecule.stretchAngstrom() > lostStretch) {
        molecule.release();
        factorised = false;
        slid = true;
        evaluate(false);
      }
      if (residual < tolerance) {
        return;
      }
      if (!factorised) {
        factorise();
      }
      if (!newton()) {
        slid = true;
        fire.start();
        while (residual > tolerance && fire.move(r, molecule.slope())) {
          evaluate(false);
        }
      }
    }
    throw new NotConverged(
        "molecule: " + residual + " eV/Å left after " + MOST_EVALUATIONS + " evaluations");
  }

  /**
   * Relaxes to a minimum and factorises the stiffness there; a molecule on a saddle is nudged off.
   *
   * @throws NotConverged if no minimum is found
   */
  void settle(double tolerance) throws NotConverged {
    for (int saddles = 0; saddles < MOST_EVALUATIONS; saddles++) {
      approach(tolerance);
      factorise();
      if (shift <= NEUTRAL) {
        return;
      }
      slid = true;
      nudge();
    }
    throw new NotConverged("molecule: only saddles were found");
  }

  /** Moves a little along the softest mode: the shifted stiffness, inverted, singles it out. */
  private void nudge() {
    for (int i = 0; i < step.length; i++) {
      step[i] = (i % 7 - 3) - molecule.slope()[i];
    }
    for (int n = 0; n < INVERSE_ITERATIONS; n++) {
      molecule.stiffness().solve(step);
      double length = 0;
      for (double s : step) {
        length = Math.max(length, Math.abs(s));
      }
      for (int i = 0; i < step.length; i++) {
        step[i] /= length;
      }
    }
    double uphill = 0;
    for (int i = 0; i < step.length; i++) {
      uphill += step[i] * molecule.slope()[i];
    }
    double move = uphill > 0 ? -NUDGE_ANGSTROM : NUDGE_ANGSTROM;
    for (int i = 0; i < r.length; i++) {
      r[i] += move * step[i];
    }
    factorised = false;
  }

  private void factorise() {
    evaluate(true);
    quasiNewton.forget();
    poor = 0;
    fresh = true;
    double guess = Math.max(NEUTRAL, shift / 10);
    factorise(0);
    if (!factorised) {
      // A molecule that may turn freely needs next to nothing.
      factorise(FAINT);
    }
    for (double s = guess; !factorised && s < LARGEST_SHIFT; s *= 10) {
      factorise(s);
    }
    slid |= shift > NEUTRAL;
  }

  private void factorise(double by) {
    shift = by;
    factorised = molecule.stiffness().factorise(by);
    factorisations++;
  }

  /** One step with the factor at hand; false if even a short one leads uphill. */
  private boolean newton() {
    quasiNewton.step(molecule.slope(), molecule.stiffness(), step);
    double longest = 0;
    for (double s : step) {
      longest = Math.max(longest, Math.abs(s));
    }
    double scale = longest > LONGEST_MOVE_ANGSTROM ? LONGEST_MOVE_ANGSTROM / longest : 1;
    System.arraycopy(r, 0, start, 0, r.length);
    System.arraycopy(molecule.slope(), 0, slopeBefore, 0, r.length);
    double energyBefore = energy;
    double forceBefore = residual;
    for (int halving = 0; halving <= MOST_HALVINGS; halving++) {
      for (int i = 0; i < r.length; i++) {
        r[i] = start[i] + scale * step[i];
      }
      evaluate(false);
      boolean good = residual <= GOOD_SHARE * forceBefore;
      if (good || energy <= energyBefore + ROUNDING_EV) {
        poor = good ? 0 : poor + 1;
        fresh = false;
        factorised =
            shift <= NEUTRAL
                && poor < MOST_POOR_STEPS
                && quasiNewton.learn(step, scale, slopeBefore, molecule.slope());
        return true;
      }
      if (!fresh) {
        break;
      }
      scale *= SHORTER;
    }
    System.arraycopy(start, 0, r, 0, r.length);
    evaluate(false);
    factorised = false;
    return !fresh;
  }

  private void evaluate(boolean curvature) {
    evaluations++;
    energy = molecule.evaluate(r, curvature);
    double[] slope = molecule.slope();
    double largest = 0;
    for (int i = 0; i < slope.length; i += 3) {
      double squared =
          slope[i] * slope[i] + slope[i + 1] * slope[i + 1] + slope[i + 2] * slope[i + 2];
      // A NaN must not pass for a small force.
      largest = squared <= largest ? largest : squared;
    }
    residual = StrictMath.sqrt(largest);
  }

  double energyEv() {
    return energy;
  }

  double residualEvPerAngstrom() {
    return residual;
  }

  /** Whether the way since {@link #forget} or the last call led over an edge. */
  boolean takeSlid() {
    boolean was = slid;
    slid = false;
    return was;
  }

  long evaluations() {
    return evaluations;
  }

  long factorisations() {
    return factorisations;
  }
}
