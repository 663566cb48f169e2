package org.tipwright.runs.figure;

import java.util.List;

/**
 * One pair of axes with its lines.
 *
 * @param x the axis below
 * @param y the axis on the left
 * @param lines what is drawn, in the order of the legend
 * @param heightPixels how high the panel is
 */
public record Panel(Axis x, Axis y, List<Line> lines, int heightPixels) {

  public Panel {
    lines = List.copyOf(lines);
    if (lines.isEmpty() || lines.size() > Palette.MOST_LINES) {
      throw new IllegalArgumentException(
          "a panel shows 1 to " + Palette.MOST_LINES + " lines, not " + lines.size());
    }
  }

  /** Most lines that a panel can keep apart. */
  public static int mostLines() {
    return Palette.MOST_LINES;
  }
}
