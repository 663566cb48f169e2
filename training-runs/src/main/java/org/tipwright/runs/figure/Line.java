package org.tipwright.runs.figure;

/**
 * One line of a figure, or a set of marks.
 *
 * @param label in the legend
 * @param x abscissae, NaN-free
 * @param y ordinates; a NaN interrupts the line
 * @param marks whether to draw marks in place of a line
 */
public record Line(String label, double[] x, double[] y, boolean marks) {

  public Line {
    if (x.length != y.length || x.length == 0) {
      throw new IllegalArgumentException(
          "line '" + label + "' has " + x.length + " abscissae and " + y.length + " ordinates");
    }
  }

  /** A line through points. */
  public static Line of(String label, double[] x, double[] y) {
    return new Line(label, x, y, false);
  }

  /** Single marks at points. */
  public static Line marks(String label, double[] x, double[] y) {
    return new Line(label, x, y, true);
  }
}
