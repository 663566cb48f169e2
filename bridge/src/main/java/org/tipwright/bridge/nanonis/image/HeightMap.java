package org.tipwright.bridge.nanonis.image;

/** Heights over a rectangle of the surface, on a grid, in Å of the scanner's coordinates. */
public final class HeightMap {

  /**
   * Where it lies.
   *
   * @param centreX in Å
   * @param centreY in Å
   * @param width along the lines, in Å
   * @param height across them, in Å
   * @param angleDegrees by which it is turned, clockwise
   */
  public record Frame(
      double centreX, double centreY, double width, double height, double angleDegrees) {}

  private final Frame frame;
  private final double cos;
  private final double sin;
  private final int pixels;
  private final int lines;
  private final float[] heights;

  /**
   * A map.
   *
   * @param pixels of a line
   * @param heights line after line, the bottom one first, each from the left; the values are those
   *     of the middle of each pixel. NaN where nothing was seen
   */
  public HeightMap(Frame frame, int pixels, float[] heights) {
    this.frame = frame;
    this.cos = Math.cos(Math.toRadians(frame.angleDegrees()));
    this.sin = Math.sin(Math.toRadians(frame.angleDegrees()));
    this.pixels = pixels;
    this.lines = heights.length / pixels;
    this.heights = heights.clone();
  }

  /** The height at a place, between the four pixels around it; NaN beyond them. */
  public double heightAngstrom(double x, double y) {
    double dx = x - frame.centreX();
    double dy = y - frame.centreY();
    double along = ((dx * cos - dy * sin) / frame.width() + 0.5) * pixels - 0.5;
    double across = ((dx * sin + dy * cos) / frame.height() + 0.5) * lines - 0.5;
    int column = (int) Math.floor(along);
    int row = (int) Math.floor(across);
    if (column < 0 || row < 0 || column + 1 >= pixels || row + 1 >= lines) {
      return Double.NaN;
    }
    double right = along - column;
    double up = across - row;
    int at = row * pixels + column;
    double below = heights[at] + right * (heights[at + 1] - heights[at]);
    double above = heights[at + pixels] + right * (heights[at + pixels + 1] - heights[at + pixels]);
    return below + up * (above - below);
  }

  /** Whether it shows everything within a distance of a spot. */
  public boolean shows(double x, double y, double reachAngstrom) {
    for (int corner = 0; corner < 4; corner++) {
      double atX = x + (corner % 2 == 0 ? -reachAngstrom : reachAngstrom);
      double atY = y + (corner < 2 ? -reachAngstrom : reachAngstrom);
      if (Double.isNaN(heightAngstrom(atX, atY))) {
        return false;
      }
    }
    return true;
  }
}
