package org.tipwright.runs.experiment;

import java.util.List;
import java.util.Locale;

/** The largest force of lifts by interval of height, as text: the table of decision 0006. */
public final class ForceTable {

  /** Where the intervals of height begin and end, in Å. */
  public static final List<Double> BOUNDS = List.of(0.0, 1.0, 3.0, 6.0, 9.0, 12.0, 14.0);

  private ForceTable() {}

  /** One row for each curve, forces in nN; a dash after a rupture. */
  public static String text(List<LiftCurve> curves) {
    int width = 12;
    for (LiftCurve curve : curves) {
      width = Math.max(width, curve.label().length());
    }
    StringBuilder text = new StringBuilder("largest force in nN by height in Å\n");
    text.append(" ".repeat(width));
    for (int i = 1; i < BOUNDS.size(); i++) {
      String interval = String.format(Locale.ROOT, "%.0f–%.0f", BOUNDS.get(i - 1), BOUNDS.get(i));
      text.append(String.format(Locale.ROOT, "%8s", interval));
    }
    text.append("   worst\n");
    for (LiftCurve curve : curves) {
      text.append(String.format(Locale.ROOT, "%-" + width + "s", curve.label()));
      for (int i = 1; i < BOUNDS.size(); i++) {
        text.append(cell(curve.largestForceNanonewton(BOUNDS.get(i - 1), BOUNDS.get(i))));
      }
      text.append(cell(curve.largestForceNanonewton(0, LiftCurve.TOP_ANGSTROM)));
      if (curve.ruptured()) {
        double height = curve.points().get(curve.points().size() - 1).heightAngstrom();
        text.append(String.format(Locale.ROOT, "  ruptured at %.1f Å", height));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String cell(double force) {
    return Double.isNaN(force)
        ? String.format(Locale.ROOT, "%8s", "–")
        : String.format(Locale.ROOT, "%8.2f", force);
  }
}
