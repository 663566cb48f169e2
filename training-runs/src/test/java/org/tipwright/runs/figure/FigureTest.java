package org.tipwright.runs.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

  @Test
  void coloursOfAMapGrowLighterEvenly() {
    double before = luminance(Palette.map(0));
    double first = luminance(Palette.map(0.05)) - before;
    assertThat(first).isPositive();
    for (int i = 1; i <= 20; i++) {
      double luminance = luminance(Palette.map(i / 20.0));
      assertThat(luminance - before).isBetween(4.0, 18.0);
      before = luminance;
    }
  }

  @Test
  void aLineRunsWhereItsNumbersSay() {
    Axis x = Axis.linear("x (Å)").from(0, 10);
    Axis y = Axis.linear("y (nN)").from(0, 1);
    Line flat = Line.of("flat", new double[] {0, 10}, new double[] {0.5, 0.5});

    BufferedImage image = LineFigure.draw(List.of(new Panel(x, y, List.of(flat), 600)));

    assertThat(image.getWidth()).isEqualTo(1600);
    int middle = row(image, 900);
    assertThat(middle).isBetween(220, 300);
    assertThat(row(image, 1400)).isEqualTo(middle);
  }

  @Test
  void aMapShowsItsCellsFromBelowUpwards() {
    Axis x = Axis.linear("x (Å)").from(0, 1);
    Axis y = Axis.linear("y (Å)").from(0, 1);
    Axis value = Axis.linear("force (nN)").from(0, 1);
    double[][] cells = {{0, 0}, {1, Double.NaN}};

    BufferedImage image = MapFigure.draw(new ColourMap(x, y, value, cells, false, List.of()));

    assertThat(new Color(image.getRGB(500, 700))).isEqualTo(Palette.map(0));
    assertThat(new Color(image.getRGB(500, 200))).isEqualTo(Palette.map(1));
    assertThat(new Color(image.getRGB(1000, 200))).isEqualTo(Color.WHITE);
  }

  @Test
  void aTableRefusesWhatWouldBreakItsRows() {
    CsvTable table = new CsvTable(List.of(new CsvTable.Column("name", "%s")));

    assertThatThrownBy(() -> table.add("a,b")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> table.add("a", "b")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void numbersBesideTicksAreAsShortAsTheyCanBe() {
    assertThat(Labels.plain(-0.5)).isEqualTo("−0.5");
    assertThat(Labels.plain(0.1 + 0.2)).isEqualTo("0.3");
    assertThat(Labels.plain(12)).isEqualTo("12");
    assertThat(Labels.decade(1e-3)).isEqualTo("10⁻³");
  }

  /** Row of the first blue pixel in a column. */
  private static int row(BufferedImage image, int column) {
    int blue = Palette.line(0).getRGB();
    for (int row = 0; row < image.getHeight(); row++) {
      if (image.getRGB(column, row) == blue) {
        return row;
      }
    }
    return -1;
  }

  private static double luminance(Color colour) {
    return 0.2126 * colour.getRed() + 0.7152 * colour.getGreen() + 0.0722 * colour.getBlue();
  }
}
