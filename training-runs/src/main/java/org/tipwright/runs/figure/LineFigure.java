package org.tipwright.runs.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Panels of lines over one abscissa, one below the other, their left edges aligned; the lines of
 * the first panel are named below the last one.
 */
public final class LineFigure {

  private LineFigure() {}

  /** Writes the figure as PNG; needs no screen. */
  public static void write(Path file, List<Panel> panels) throws IOException {
    PngFile.write(file, draw(panels));
  }

  static BufferedImage draw(List<Panel> panels) {
    List<Axes> axes = new ArrayList<>();
    for (int i = 0; i < panels.size(); i++) {
      axes.add(axes(panels.get(i), i == panels.size() - 1));
    }
    int height = panels.stream().mapToInt(Panel::heightPixels).sum();
    // A frame begins where the widest tick label ends: known once painted, so paint twice.
    Graphics2D trial = PngFile.smooth(PngFile.blank(FigureStyle.WIDTH, height));
    double[] left = new double[panels.size()];
    double widest = 0;
    for (int i = 0; i < panels.size(); i++) {
      left[i] = axes.get(i).paint(trial, FigureStyle.WIDTH, panels.get(i).heightPixels()).getX();
      widest = Math.max(widest, left[i]);
    }
    List<Line> named = panels.get(0).lines();
    Legend legend = new Legend(trial, named, Palette::line, FigureStyle.WIDTH - (int) widest);
    trial.dispose();
    int below = named.size() > 1 ? legend.heightPixels() : 0;
    BufferedImage image = PngFile.blank(FigureStyle.WIDTH, height + below);
    int top = 0;
    for (int i = 0; i < panels.size(); i++) {
      int shift = (int) Math.round(widest - left[i]);
      Graphics2D graphics = PngFile.smooth(image);
      graphics.translate(shift, top);
      paint(graphics, panels.get(i), axes.get(i), FigureStyle.WIDTH - shift);
      graphics.dispose();
      top += panels.get(i).heightPixels();
    }
    if (below > 0) {
      Graphics2D graphics = PngFile.smooth(image);
      legend.draw(graphics, (int) widest, top);
      graphics.dispose();
    }
    return image;
  }

  private static void paint(Graphics2D graphics, Panel panel, Axes axes, int width) {
    Rectangle2D frame = axes.paint(graphics, width, panel.heightPixels());
    for (int i = 0; i < panel.lines().size(); i++) {
      axes.draw(
          graphics,
          frame,
          panel.lines().get(i),
          Palette.line(i),
          Palette.stroke(i, FigureStyle.LINE_WIDTH));
    }
  }

  private static Axes axes(Panel panel, boolean last) {
    Extent across = Extent.of(panel.x(), panel.lines(), Line::x);
    Extent up = Extent.of(panel.y(), panel.lines(), Line::y);
    Axes axes = new Axes(panel.x(), across, panel.y(), up);
    if (!last) {
      axes.hideTitleBelow();
    }
    return axes;
  }
}
