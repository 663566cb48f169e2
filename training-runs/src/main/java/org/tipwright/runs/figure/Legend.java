package org.tipwright.runs.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.function.IntFunction;

/** Names of lines below a figure, in as many columns as fit. */
final class Legend {

  private static final int ROW_HEIGHT = 56;
  private static final int SAMPLE_WIDTH = 84;
  private static final int GAP = 20;
  private static final int MARK_SIZE = 18;

  private final List<Line> lines;
  private final IntFunction<Color> colours;
  private final int columnWidth;
  private final int columns;

  Legend(Graphics2D graphics, List<Line> lines, IntFunction<Color> colours, int width) {
    this.lines = lines;
    this.colours = colours;
    int widest = 0;
    for (Line line : lines) {
      widest =
          Math.max(widest, graphics.getFontMetrics(FigureStyle.LABELS).stringWidth(line.label()));
    }
    this.columnWidth = widest + SAMPLE_WIDTH + 3 * GAP;
    this.columns = Math.max(1, Math.min(lines.size(), width / columnWidth));
  }

  int heightPixels() {
    return (lines.size() + columns - 1) / columns * ROW_HEIGHT + GAP;
  }

  /** Draws the names row by row, the first at {@code (left, top)}. */
  void draw(Graphics2D graphics, int left, int top) {
    graphics.setFont(FigureStyle.LABELS);
    for (int i = 0; i < lines.size(); i++) {
      int x = left + i % columns * columnWidth;
      int y = top + i / columns * ROW_HEIGHT + ROW_HEIGHT / 2;
      graphics.setColor(colours.apply(i));
      if (lines.get(i).marks()) {
        int middle = x + SAMPLE_WIDTH / 2;
        graphics.fillOval(middle - MARK_SIZE / 2, y - MARK_SIZE / 2, MARK_SIZE, MARK_SIZE);
      } else {
        graphics.setStroke(Palette.stroke(i, FigureStyle.LINE_WIDTH));
        graphics.draw(new Line2D.Double(x, y, x + SAMPLE_WIDTH, y));
      }
      graphics.setColor(Color.BLACK);
      int baseline = y + graphics.getFontMetrics().getAscent() / 2 - 4;
      graphics.drawString(lines.get(i).label(), x + SAMPLE_WIDTH + GAP, baseline);
    }
  }
}
