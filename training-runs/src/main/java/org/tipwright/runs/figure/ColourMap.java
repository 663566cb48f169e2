package org.tipwright.runs.figure;

import java.util.List;

/**
 * A quantity over a plane.
 *
 * @param x the axis below, with its limits
 * @param y the axis on the left, with its limits
 * @param value what the colours show, with the unit and the limits
 * @param cells values by row from the lowest y up, each row from left to right; NaN stays white
 * @param trueShape whether both axes are lengths to be drawn at one scale
 * @param overlays lines on top of the map, named below it
 */
public record ColourMap(
    Axis x, Axis y, Axis value, double[][] cells, boolean trueShape, List<Line> overlays) {

  public ColourMap {
    overlays = List.copyOf(overlays);
    if (cells.length == 0 || cells[0].length == 0) {
      throw new IllegalArgumentException("a colour map needs cells");
    }
  }
}
