package org.tipwright.runs.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** A map in colours with its scale beside it and lines on top of it. */
public final class MapFigure {

  private static final int HEIGHT = 1000;
  private static final int TALLEST = 1800;
  private static final int SCALE_WIDTH = 300;

  /** XChart misplaces what is narrower; the right part stays empty and lies beyond the picture. */
  private static final int SCALE_PAINTED = 500;

  private static final int SCALE_BAR = 80;
  private static final int SCALE_STEPS = 256;
  private static final BasicStroke RIM =
      new BasicStroke(11, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  private MapFigure() {}

  /** Writes the figure as PNG; needs no screen. */
  public static void write(Path file, ColourMap map) throws IOException {
    PngFile.write(file, draw(map));
  }

  static BufferedImage draw(ColourMap map) {
    int width = FigureStyle.WIDTH - SCALE_WIDTH;
    Axes plane = new Axes(map.x(), Extent.of(map.x()), map.y(), Extent.of(map.y()));
    int height = map.trueShape() ? trueHeight(plane, map, width) : HEIGHT;
    Graphics2D trial = PngFile.smooth(PngFile.blank(FigureStyle.WIDTH, height));
    Legend legend = new Legend(trial, map.overlays(), Palette::overlay, width);
    trial.dispose();
    int below = map.overlays().isEmpty() ? 0 : legend.heightPixels();
    BufferedImage image = PngFile.blank(FigureStyle.WIDTH, height + below);
    Graphics2D graphics = PngFile.smooth(image);
    Rectangle2D frame = plane.paint(graphics, width, height);
    colour(graphics, frame, map.cells(), map.value());
    for (int i = 0; i < map.overlays().size(); i++) {
      Line line = map.overlays().get(i);
      if (!line.marks()) {
        plane.draw(graphics, frame, line, Color.WHITE, RIM);
      }
      plane.draw(
          graphics, frame, line, Palette.overlay(i), Palette.stroke(i, FigureStyle.LINE_WIDTH));
    }
    rim(graphics, frame);
    if (below > 0) {
      legend.draw(graphics, (int) frame.getX(), height);
    }
    scale(graphics, map.value(), width, (int) Math.round(frame.getMaxY()));
    graphics.dispose();
    return image;
  }

  /** The height at which one unit is as long upwards as across. */
  private static int trueHeight(Axes plane, ColourMap map, int width) {
    Graphics2D trial = PngFile.blank(width, HEIGHT).createGraphics();
    Rectangle2D frame = plane.paint(trial, width, HEIGHT);
    trial.dispose();
    Extent across = Extent.of(map.x());
    Extent up = Extent.of(map.y());
    double wanted = frame.getWidth() * (up.max() - up.min()) / (across.max() - across.min());
    return (int) Math.min(TALLEST, Math.round(HEIGHT - frame.getHeight() + wanted));
  }

  private static void colour(Graphics2D graphics, Rectangle2D frame, double[][] cells, Axis value) {
    graphics.setColor(Color.WHITE);
    graphics.fill(frame);
    int rows = cells.length;
    int columns = cells[0].length;
    for (int row = 0; row < rows; row++) {
      int top = (int) Math.round(frame.getMaxY() - (row + 1) * frame.getHeight() / rows);
      int bottom = (int) Math.round(frame.getMaxY() - row * frame.getHeight() / rows);
      for (int column = 0; column < columns; column++) {
        double cell = cells[row][column];
        if (!Double.isNaN(cell)) {
          int left = (int) Math.round(frame.getX() + column * frame.getWidth() / columns);
          int right = (int) Math.round(frame.getX() + (column + 1) * frame.getWidth() / columns);
          graphics.setColor(Palette.map((cell - value.min()) / (value.max() - value.min())));
          graphics.fillRect(left, top, right - left, bottom - top);
        }
      }
    }
  }

  private static void rim(Graphics2D graphics, Rectangle2D frame) {
    graphics.setColor(FigureStyle.FRAME);
    graphics.setStroke(new BasicStroke(2));
    graphics.draw(frame);
  }

  /** What the colours mean: a narrow map of its own beside the plane. */
  private static void scale(Graphics2D graphics, Axis value, int left, int bottom) {
    Axis none = new Axis(" ", 0, 1, false);
    Axes axes = new Axes(none, Extent.of(none), value, Extent.of(value));
    axes.hideAllButLeft();
    double[][] steps = new double[SCALE_STEPS][1];
    for (int i = 0; i < SCALE_STEPS; i++) {
      steps[i][0] = value.min() + (i + 0.5) / SCALE_STEPS * (value.max() - value.min());
    }
    graphics.translate(left, 0);
    Rectangle2D room = axes.paint(graphics, SCALE_PAINTED, bottom + FigureStyle.PADDING);
    Rectangle2D frame =
        new Rectangle2D.Double(room.getX(), room.getY(), SCALE_BAR, room.getHeight());
    colour(graphics, frame, steps, value);
    rim(graphics, frame);
    graphics.translate(-left, 0);
  }
}
