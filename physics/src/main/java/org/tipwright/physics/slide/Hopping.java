package org.tipwright.physics.slide;

import java.util.random.RandomGenerator;
import org.tipwright.physics.NotConverged;

/**
 * Lets adsorbates hop while time goes by with the tip at rest: the time to the next hop is drawn
 * from {@code K e^(−Kt)}, K the sum of all rates, the way in proportion to its rate. In a time Δt
 * at least one hop then comes with {@code 1 − e^(−KΔt)}, as asked, and residence times are
 * exponential.
 *
 * <p>Where states change back and forth too often to follow, the first {@value #FOLLOWED} hops are
 * followed and as many more sampled; the state is then one of these, drawn by how long each lasted.
 */
final class Hopping {

  static final int FOLLOWED = 32;

  /** Fewer hops than this are to be expected: none comes. */
  private static final double NEVER = 1e-15;

  /** Distance in Å from a pass at which the way down starts. */
  private static final double OFF_PASS_ANGSTROM = 0.02;

  /** Minima nearer than this, in Å, are the same. */
  private static final double SAME_ANGSTROM = 0.01;

  private final AdsorbateField field;
  private final LateralRelaxation relaxation;
  private final WaysOut ways;
  private final SlideEvents events;

  private double[] sampleX = new double[0];
  private double[] sampleY = new double[0];

  Hopping(AdsorbateField field, LateralRelaxation relaxation, WaysOut ways, SlideEvents events) {
    this.field = field;
    this.relaxation = relaxation;
    this.ways = ways;
    this.events = events;
  }

  /** Makes room for a number of adsorbates and forgets what was found before. */
  void size(int adsorbates) {
    ways.size(adsorbates);
    if (adsorbates != sampleX.length) {
      sampleX = new double[adsorbates];
      sampleY = new double[adsorbates];
    }
  }

  /** Lets a time go by from a relaxed state to a relaxed state. */
  void pass(double startSeconds, double seconds, RandomGenerator random) throws NotConverged {
    if (!ways.open() || !(seconds > 0)) {
      return;
    }
    double elapsed = 0;
    double sampled = 0;
    int hops = 0;
    ways.survey();
    while (true) {
      double rate = ways.totalRate();
      double left = seconds - elapsed;
      if (!(rate * left > NEVER)) {
        return;
      }
      double residence = -StrictMath.log(1 - random.nextDouble()) / rate;
      if (hops >= FOLLOWED) {
        double lasted = Math.min(residence, left);
        sampled += lasted;
        if (random.nextDouble() * sampled <= lasted) {
          sample();
        }
      }
      if (!(residence < left)) {
        return;
      }
      elapsed += residence;
      int way = ways.at(random.nextDouble() * rate);
      if (!hop(way, startSeconds + elapsed, random)) {
        ways.strike(way);
        continue;
      }
      if (++hops == 2 * FOLLOWED) {
        takeSample(startSeconds + seconds);
        return;
      }
      ways.survey();
    }
  }

  /** Hops one way; false if the pass does not belong to the minimum that the adsorbate is in. */
  private boolean hop(int way, double clock, RandomGenerator random) throws NotConverged {
    int i = ways.adsorbate(way);
    double fromX = field.x()[i];
    double fromY = field.y()[i];
    double offX = OFF_PASS_ANGSTROM * ways.acrossX(way);
    double offY = OFF_PASS_ANGSTROM * ways.acrossY(way);
    relaxation.relax(i, ways.x(way) + offX, ways.y(way) + offY);
    double oneX = relaxation.x();
    double oneY = relaxation.y();
    relaxation.relax(i, ways.x(way) - offX, ways.y(way) - offY);
    boolean oneIsHere = same(oneX, oneY, fromX, fromY);
    boolean otherIsHere = same(relaxation.x(), relaxation.y(), fromX, fromY);
    if (oneIsHere == otherIsHere) {
      return false;
    }
    double before = energy();
    field.x()[i] = oneIsHere ? relaxation.x() : oneX;
    field.y()[i] = oneIsHere ? relaxation.y() : oneY;
    relaxation.relaxAll();
    double share = ways.electronShare(way);
    boolean byElectron = share > 0 && random.nextDouble() < share;
    events.add(
        byElectron ? SlideEvent.Kind.ELECTRON_HOP : SlideEvent.Kind.THERMAL_HOP,
        i,
        clock,
        fromX,
        fromY,
        field.x()[i],
        field.y()[i],
        ways.barrierEv(way),
        before - energy());
    return true;
  }

  private double energy() {
    field.measure();
    return field.energyEv();
  }

  private static boolean same(double x, double y, double otherX, double otherY) {
    return Math.abs(x - otherX) < SAME_ANGSTROM && Math.abs(y - otherY) < SAME_ANGSTROM;
  }

  private void sample() {
    System.arraycopy(field.x(), 0, sampleX, 0, field.size());
    System.arraycopy(field.y(), 0, sampleY, 0, field.size());
  }

  private void takeSample(double clock) {
    double before = energy();
    for (int i = 0; i < field.size(); i++) {
      double fromX = field.x()[i];
      double fromY = field.y()[i];
      field.x()[i] = sampleX[i];
      field.y()[i] = sampleY[i];
      if (!same(fromX, fromY, sampleX[i], sampleY[i])) {
        double after = energy();
        events.add(
            SlideEvent.Kind.THERMAL_HOP,
            i,
            clock,
            fromX,
            fromY,
            sampleX[i],
            sampleY[i],
            0,
            before - after);
        before = after;
      }
    }
  }
}
