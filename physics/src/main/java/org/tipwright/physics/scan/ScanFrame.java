package org.tipwright.physics.scan;

/**
 * A rectangle of pixels. Pixel (column, row) is at index {@code row · columns + column} of an
 * image; rows go up with y.
 *
 * @param leftAngstrom x of the first column
 * @param bottomAngstrom y of the first row
 * @param pixelAngstrom distance of two columns, and of two rows
 * @param columns number of columns, at least 1
 * @param rows number of rows, at least 1
 */
public record ScanFrame(
    double leftAngstrom, double bottomAngstrom, double pixelAngstrom, int columns, int rows) {

  public ScanFrame {
    if (!(pixelAngstrom > 0) || columns < 1 || rows < 1) {
      throw new IllegalArgumentException(
          "a frame needs pixels wider than 0 Å and at least one column and row, not "
              + pixelAngstrom
              + " Å, "
              + columns
              + " and "
              + rows);
    }
  }

  /** A square frame around a centre. */
  public static ScanFrame square(
      double centreXAngstrom, double centreYAngstrom, double edgeAngstrom, int pixels) {
    double pixel = edgeAngstrom / Math.max(1, pixels - 1);
    return new ScanFrame(
        centreXAngstrom - edgeAngstrom / 2,
        centreYAngstrom - edgeAngstrom / 2,
        pixel,
        pixels,
        pixels);
  }

  /** Number of pixels: the length of an image. */
  public int pixels() {
    return columns * rows;
  }

  /** x of a column, in Å. */
  public double xAngstrom(int column) {
    return leftAngstrom + column * pixelAngstrom;
  }

  /** y of a row, in Å. */
  public double yAngstrom(int row) {
    return bottomAngstrom + row * pixelAngstrom;
  }
}
