package org.tipwright.bridge.nanonis.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationTest {

  private static final int PIXELS = 96;
  private static final double EDGE = 48;

  /** Two bumps of different height, so that no two places look alike. */
  private static double surface(double x, double y) {
    return 1.8 * Math.exp(-0.5 * ((x - 2) * (x - 2) + (y + 1) * (y + 1)) / 9)
        + 1.2 * Math.exp(-0.5 * ((x + 5) * (x + 5) + (y - 4) * (y - 4)) / 4);
  }

  private static HeightMap image(double angleDegrees) {
    var frame = new HeightMap.Frame(0, 0, EDGE, EDGE, angleDegrees);
    double cos = Math.cos(Math.toRadians(angleDegrees));
    double sin = Math.sin(Math.toRadians(angleDegrees));
    float[] heights = new float[PIXELS * PIXELS];
    for (int i = 0; i < heights.length; i++) {
      double u = ((i % PIXELS + 0.5) / PIXELS - 0.5) * EDGE;
      double v = ((i / PIXELS + 0.5) / PIXELS - 0.5) * EDGE;
      heights[i] = (float) surface(u * cos + v * sin, v * cos - u * sin);
    }
    return new HeightMap(frame, PIXELS, heights);
  }

  /** Lines over a surface that has moved, sloped and creeping in z. */
  private static List<ScanLine> scan(double movedX, double movedY) {
    List<ScanLine> lines = new ArrayList<>();
    for (int line = 0; line < 16; line++) {
      double[] x = new double[32];
      double[] y = new double[32];
      double[] z = new double[32];
      for (int i = 0; i < x.length; i++) {
        x[i] = (i - 15.5) * 20 / 32;
        y[i] = (line - 7.5) * 20 / 16;
        z[i] = 300 + 0.01 * x[i] + 0.2 * line + surface(x[i] - movedX, y[i] - movedY);
      }
      lines.add(new ScanLine(x, y, z));
    }
    return lines;
  }

  @Test
  void whatHasMovedIsFoundWithinAFewHundredthsOfAnAngstrom() {
    var match = new Registration(image(0), scan(1.37, -2.81)).near(0, 0, 5);
    assertThat(match.dx()).isEqualTo(1.37, within(0.03));
    assertThat(match.dy()).isEqualTo(-2.81, within(0.03));
    assertThat(match.likeness()).isGreaterThan(0.99);
  }

  @Test
  void anImageMayBeTurned() {
    var match = new Registration(image(30), scan(-0.6, 0.9)).near(0, 0, 5);
    assertThat(match.awayFrom(-0.6, 0.9)).isLessThan(0.03);
  }

  @Test
  void anotherSurfaceIsNotTakenForIt() {
    List<ScanLine> stripes = new ArrayList<>();
    for (ScanLine line : scan(0, 0)) {
      double[] z = line.z().clone();
      for (int i = 0; i < z.length; i++) {
        z[i] = Math.sin(2 * line.x()[i]);
      }
      stripes.add(new ScanLine(line.x(), line.y(), z));
    }
    assertThat(new Registration(image(0), stripes).near(0, 0, 5).likeness()).isLessThan(0.5);
  }

  @Test
  void whatTheImageDoesNotShowIsNoMatch() {
    assertThat(new Registration(image(0), scan(0, 0)).near(40, 0, 1).likeness()).isNegative();
    assertThat(image(0).shows(0, 0, 20)).isTrue();
    assertThat(image(0).shows(10, 0, 20)).isFalse();
  }
}
