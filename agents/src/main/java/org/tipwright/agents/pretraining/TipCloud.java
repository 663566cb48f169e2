package org.tipwright.agents.pretraining;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tipwright.agents.belief.Attempt;
import org.tipwright.env.random.RandomStream;

/**
 * What the present tip may be: a sample of simulated tips, spread as what was seen allows.
 *
 * <p>An attempt that contradicts a tip by v Å has the likelihood {@code exp(−(v/σ)²/2)}, σ the
 * tolerance. It is taken in by a sequential Monte Carlo sampler: its weight grows in stages, each
 * as large as leaves a set share of the sample effective (Del Moral, Doucet and Jasra, Stat.
 * Comput. 22 (2012) 1009), and after each the sample is drawn anew by weight and every tip makes
 * some moves of Metropolis' (Gilks and Berzuini, J. R. Stat. Soc. B 63 (2001) 127). Moves are
 * symmetric and the prior is uniform over tips, mirror images, angles and contact points.
 */
final class TipCloud {

  /** A contradiction beyond this counts as this, in Å. */
  private static final double FARTHEST_ANGSTROM = 3;

  /** Shares of the moves that change the tip, that shift it, and both, add up to one. */
  private static final double CHANGED = 0.6;

  private static final double SHIFTED_ABOVE = 0.4;

  /** Largest spread of a shift, in radians and Å. */
  private static final double SHIFT = 0.3;

  private static final int BISECTIONS = 30;

  private final TipLibrary library;
  private final PretrainedSettings settings;
  private final double precision;
  private final List<Attempt> attempts = new ArrayList<>();
  private TipPose[] poses;
  private TipPose[] drawn;
  private final TipPose proposal;

  /** Squared contradictions in Å² of each tip: of the newest attempt, and of all before it. */
  private double[] newest;

  private double[] older;
  private double[] drawnNewest;
  private double[] drawnOlder;
  private double newestMoved;
  private double olderMoved;

  TipCloud(TipLibrary library, PretrainedSettings settings) {
    this.library = library;
    this.settings = settings;
    this.precision = 1 / (settings.toleranceAngstrom() * settings.toleranceAngstrom());
    int size = settings.particles();
    this.poses = new TipPose[size];
    this.drawn = new TipPose[size];
    Arrays.setAll(poses, i -> new TipPose(library));
    Arrays.setAll(drawn, i -> new TipPose(library));
    this.proposal = new TipPose(library);
    this.newest = new double[size];
    this.older = new double[size];
    this.drawnNewest = new double[size];
    this.drawnOlder = new double[size];
  }

  int size() {
    return poses.length;
  }

  TipPose pose(int index) {
    return poses[index];
  }

  /** Forgets all attempts: the tip may be any. */
  void begin(RandomStream draws) {
    attempts.clear();
    for (TipPose pose : poses) {
      int tip = draws.nextInt(library.tips());
      boolean mirrored = draws.nextBoolean();
      double angle = 2 * StrictMath.PI * draws.nextDouble();
      double offset = settings.contactOffsetAngstrom() * StrictMath.sqrt(draws.nextDouble());
      double towards = 2 * StrictMath.PI * draws.nextDouble();
      pose.set(
          tip, mirrored, angle, offset * StrictMath.cos(towards), offset * StrictMath.sin(towards));
    }
    Arrays.fill(older, 0);
  }

  /**
   * Takes in an attempt.
   *
   * @return the mean over the sample of {@code Σ(v/σ)²} over all attempts; where it stays large, no
   *     tip explains them all
   */
  double add(Attempt attempt, RandomStream draws) {
    attempts.add(attempt);
    for (int i = 0; i < poses.length; i++) {
      newest[i] = square(poses[i].violation(attempt, FARTHEST_ANGSTROM));
    }
    double weight = 0;
    for (int stage = 0; stage < settings.stages() && weight < precision; stage++) {
      double heavier = heavier(weight);
      drawByWeight(heavier - weight, draws);
      weight = heavier;
      for (int move = 0; move < settings.moves() * poses.length; move++) {
        move(move % poses.length, weight, draws);
      }
    }
    double sum = 0;
    for (int i = 0; i < poses.length; i++) {
      older[i] += newest[i];
      sum += older[i];
    }
    return precision * sum / poses.length;
  }

  /** The next weight of the newest attempt: all of it, or as much as leaves enough effective. */
  private double heavier(double weight) {
    double wanted = settings.effectiveShare() * poses.length;
    double high = precision - weight;
    if (effective(high) >= wanted) {
      return precision;
    }
    double low = 0;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = 0.5 * (low + high);
      if (effective(middle) >= wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return weight + high;
  }

  /** Effective size of the sample under weights {@code exp(−w v²/2)}: (Σw)²/Σw². */
  private double effective(double added) {
    double sum = 0;
    double squares = 0;
    for (double violation : newest) {
      double weight = StrictMath.exp(-0.5 * added * violation);
      sum += weight;
      squares += weight * weight;
    }
    return squares > 0 ? sum * sum / squares : 0;
  }

  /** Systematic resampling. */
  private void drawByWeight(double added, RandomStream draws) {
    double sum = 0;
    for (double violation : newest) {
      sum += StrictMath.exp(-0.5 * added * violation);
    }
    double first = draws.nextDouble();
    double passed = 0;
    int from = -1;
    for (int i = 0; i < poses.length; i++) {
      double goal = (i + first) / poses.length * sum;
      while (from < 0 || (passed <= goal && from < poses.length - 1)) {
        from++;
        passed += StrictMath.exp(-0.5 * added * newest[from]);
      }
      drawn[i].set(poses[from]);
      drawnNewest[i] = newest[from];
      drawnOlder[i] = older[from];
    }
    TipPose[] spare = poses;
    poses = drawn;
    drawn = spare;
    double[] spareNewest = newest;
    newest = drawnNewest;
    drawnNewest = spareNewest;
    double[] spareOlder = older;
    older = drawnOlder;
    drawnOlder = spareOlder;
  }

  /** One move of Metropolis': to a similar tip, or by a shift, or both. */
  private void move(int i, double weight, RandomStream draws) {
    proposal.set(poses[i]);
    double kind = draws.nextDouble();
    if (kind < CHANGED) {
      double near = draws.nextDouble();
      int farthest = 1 + (int) (0.5 * near * near * library.tips());
      int likeness = draws.nextInt(library.likenesses());
      int places = draws.nextInt(-farthest, farthest + 1);
      proposal.become(
          library.like(proposal.tip(), likeness, places), draws.nextBoolean(), likeness);
    }
    if (kind > SHIFTED_ABOVE) {
      double spread = draws.nextDouble();
      proposal.shift(
          SHIFT * spread * spread * draws.nextGaussian(),
          SHIFT * spread * draws.nextGaussian(),
          SHIFT * spread * draws.nextGaussian());
      if (proposal.contactOffset() > settings.contactOffsetAngstrom()) {
        return;
      }
    }
    double bound =
        precision * older[i] + weight * newest[i] - 2 * StrictMath.log(1 - draws.nextDouble());
    if (explains(bound, weight)) {
      poses[i].set(proposal);
      newest[i] = newestMoved;
      older[i] = olderMoved;
    }
  }

  /** Whether the proposal's misfit stays below a bound; the newest attempt is asked first. */
  private boolean explains(double bound, double weight) {
    double misfit = 0;
    olderMoved = 0;
    for (int a = attempts.size() - 1; a >= 0; a--) {
      boolean last = a == attempts.size() - 1;
      double each = last ? weight : precision;
      double left = StrictMath.sqrt((bound - misfit) / each);
      double violation = proposal.violation(attempts.get(a), left);
      if (violation > left) {
        return false;
      }
      misfit += each * square(violation);
      if (last) {
        newestMoved = square(violation);
      } else {
        olderMoved += square(violation);
      }
    }
    return true;
  }

  private static double square(double number) {
    return number * number;
  }

  void save(DataOutputStream out) throws IOException {
    out.writeInt(attempts.size());
    for (Attempt attempt : attempts) {
      attempt.write(out);
    }
    for (int i = 0; i < poses.length; i++) {
      poses[i].save(out);
      out.writeDouble(older[i]);
    }
  }

  void restore(DataInputStream in) throws IOException {
    attempts.clear();
    for (int count = in.readInt(); count > 0; count--) {
      attempts.add(Attempt.read(in));
    }
    for (int i = 0; i < poses.length; i++) {
      poses[i].restore(in);
      older[i] = in.readDouble();
    }
  }
}
