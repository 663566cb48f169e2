package org.tipwright.runs.experiment;

import java.util.List;
import java.util.Locale;
import org.tipwright.agents.baseline.LateralPath;

/**
 * A path of the tip with its name; x is inward, from the held corner over the molecule's centre.
 *
 * @param name in a legend
 * @param lateral where the tip is at each height
 */
public record LiftPath(String name, LateralPath lateral) {

  /** The paths that have a name. */
  public static final List<String> NAMES = List.of("straight", "published", "inward45", "outward");

  /** Whether turning a named path changes it. */
  public static boolean hasDirection(String name) {
    return !name.equals("straight");
  }

  /**
   * A named path, turned about the vertical.
   *
   * @param name one of {@link #NAMES}
   * @param directionDegrees counter-clockwise seen from above, 0 is inward
   */
  public static LiftPath named(String name, double directionDegrees) {
    double direction = StrictMath.toRadians(directionDegrees);
    return switch (name) {
      case "straight" -> new LiftPath("straight up", LateralPath.up());
      case "published" ->
          new LiftPath("published" + turned(directionDegrees), LateralPath.published(direction));
      case "inward45" ->
          new LiftPath("line at 45°" + turned(directionDegrees), LateralPath.diagonal(direction));
      case "outward" ->
          new LiftPath(
              "published" + turned(directionDegrees + 180),
              LateralPath.published(direction + StrictMath.PI));
      default -> throw new IllegalArgumentException("unknown path '" + name + "'");
    };
  }

  /** The direction in words, where there is a word for it. */
  static String turned(double degrees) {
    double whole = StrictMath.IEEEremainder(degrees, 360);
    if (whole == 0) {
      return ", inward";
    }
    if (StrictMath.abs(whole) == 180) {
      return ", outward";
    }
    String text = whole == StrictMath.rint(whole) ? "%+.0f°" : "%+.1f°";
    return ", " + String.format(Locale.ROOT, text, whole).replace('-', '−');
  }
}
