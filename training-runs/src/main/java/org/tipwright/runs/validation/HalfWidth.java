package org.tipwright.runs.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far from the published path bonds rupture, within one range of distances from contact.
 * Ruptures on the path itself tell of a weak tip, not of the corridor, and are left out.
 *
 * @param fromAngstrom where the range begins, in Å from contact
 * @param toAngstrom where it ends
 * @param lifts how many scattered lifts entered it with their bond intact
 * @param ruptures how many of their bonds broke in it, off the path
 * @param lowerQuartileAngstrom distance from the path within which a quarter of the ruptures lie;
 *     NaN without ruptures
 * @param medianAngstrom the corridor's half-width: half of the ruptures lie within; NaN likewise
 * @param publishedAngstrom the published tube's mean radius in this range
 */
public record HalfWidth(
    double fromAngstrom,
    double toAngstrom,
    int lifts,
    int ruptures,
    double lowerQuartileAngstrom,
    double medianAngstrom,
    double publishedAngstrom) {

  private static final double[] EDGES_ANGSTROM = {3, 5, 7, 9, 11, 13.5, 15.5, 18};

  private static final double ON_PATH_ANGSTROM = 0.1;

  /**
   * The half-width in every range.
   *
   * @param weaker by how much the tips' bonds are taken to be weaker than they were, in nN
   */
  public static List<HalfWidth> of(List<ScatteredLift> lifts, double weaker) {
    List<HalfWidth> widths = new ArrayList<>();
    for (int i = 0; i + 1 < EDGES_ANGSTROM.length; i++) {
      widths.add(between(EDGES_ANGSTROM[i], EDGES_ANGSTROM[i + 1], lifts, weaker));
    }
    return widths;
  }

  private static HalfWidth between(
      double from, double to, List<ScatteredLift> lifts, double weaker) {
    int entered = 0;
    List<Double> ruptures = new ArrayList<>();
    for (ScatteredLift lift : lifts) {
      int rupture = lift.ruptureStep(weaker);
      int last = rupture < 0 ? lift.fromContactAngstrom().length - 1 : rupture;
      double[] distance = lift.fromContactAngstrom();
      if (Arrays.stream(distance, 0, last + 1).anyMatch(r -> r >= from && r < to)) {
        entered++;
      }
      if (rupture >= 0 && distance[rupture] >= from && distance[rupture] < to) {
        double off = lift.offPathAngstrom()[rupture];
        if (off > ON_PATH_ANGSTROM) {
          ruptures.add(off);
        }
      }
    }
    double middle = 0.5 * (from + to);
    return new HalfWidth(
        from,
        to,
        entered,
        ruptures.size(),
        quantile(ruptures, 0.25),
        quantile(ruptures, 0.5),
        PublishedTube.radiusAngstrom(middle));
  }

  /** A quantile of a sample, by linear interpolation between its order statistics. */
  private static double quantile(List<Double> sample, double share) {
    if (sample.isEmpty()) {
      return Double.NaN;
    }
    double[] sorted = sample.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double at = share * (sorted.length - 1);
    int low = (int) at;
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }
}
