package org.tipwright.bridge.microscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {

  private static final int PIXELS = 32;

  @TempDir private Path folder;

  private ScopeBench scanning(int lines, double lineSeconds, double x, double y, double edge) {
    ScopeBench bench = new ScopeBench(folder, 21).approachAt(x, y);
    bench.microscope.tell(
        scope -> {
          scope.scan().setFrame(new ScanFrameSettings(x, y, edge, edge, 0));
          scope.scan().setBuffer(List.of(SignalTable.Z, SignalTable.CURRENT), PIXELS, lines);
          scope.scan().setSpeed(new ScanSpeed(lineSeconds, lineSeconds / 2, true));
          scope.startScan(true);
        });
    return bench;
  }

  private static boolean running(ScopeBench bench) {
    return bench.microscope.ask(scope -> scope.scan().running());
  }

  @Test
  void takesAsLongAsItsLinesAndTheWayToItsStart() {
    ScopeBench bench = scanning(10, 0.2, 0, 0, 40);
    double toStart = 0.5 * Math.hypot(40, 36) / (40 / 0.2);
    double betweenLines = 9 * 4 / (40 / 0.2);
    bench.pass(toStart + betweenLines + 10 * 0.3 - 0.02);
    assertThat(running(bench)).isTrue();
    bench.pass(0.08);
    assertThat(running(bench)).isFalse();
    assertThat(bench.microscope.<Long>ask(scope -> scope.scan().endedScans())).isEqualTo(1);
  }

  @Test
  void goesFromLineToLineAtTheSpeedOfTheLines() {
    ScopeBench bench = scanning(2, 0.2, 0, 0, 40);
    double[] fastest = new double[1];
    double[] last = {Double.NaN, Double.NaN};
    bench.microscope.follow(
        scope -> {
          double x = scope.piezo().xAngstrom();
          double y = scope.piezo().yAngstrom();
          double way = Math.hypot(x - last[0], y - last[1]);
          fastest[0] = Math.max(fastest[0], Double.isNaN(way) ? 0 : way);
          last[0] = x;
          last[1] = y;
        });
    bench.pass(5);
    assertThat(running(bench)).isFalse();
    assertThat(fastest[0])
        .as("back in half the time, in a step of 1 ms")
        .isEqualTo(0.4, within(1e-6));
  }

  @Test
  void theWayToTheCentreTakesTheTipFromWhateverItWasOn() {
    ScopeBench bench = new ScopeBench(folder, 21);
    bench.microscope.tell(
        scope -> {
          scope.moveTo(1000, 1000);
          scope.moveToCentre();
        });
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.followMe().moving())).isFalse();
  }

  @Test
  void showsWhatLiesThereWhereItLies() {
    ScopeBench bench = scanning(PIXELS, 0.4, 0, 0, 60);
    bench.pass(30);
    float[] z = bench.microscope.ask(scope -> scope.scan().buffer().live(0, true));
    double[] seen = new double[z.length];
    double[] real = new double[z.length];
    for (int line = 0; line < PIXELS; line++) {
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        double x = ((pixel + 0.5) / PIXELS - 0.5) * 60;
        double y = ((line + 0.5) / PIXELS - 0.5) * 60;
        seen[line * PIXELS + pixel] =
            Si.angstrom(z[line * PIXELS + pixel]) - bench.truth.metalAngstrom(x, y);
        real[line * PIXELS + pixel] = bench.truth.imageHeightAngstrom(x, y);
      }
    }
    assertThat(correlation(seen, real)).isGreaterThan(0.97);
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = 0;
    double meanB = 0;
    for (int i = 0; i < a.length; i++) {
      meanA += a[i] / a.length;
      meanB += b[i] / b.length;
    }
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void backwardLinesAreMirrored() {
    ScopeBench bench = scanning(4, 0.4, 0, 0, 60);
    bench.pass(5);
    float[] forward = bench.microscope.ask(scope -> scope.scan().buffer().live(0, true));
    float[] backward = bench.microscope.ask(scope -> scope.scan().buffer().live(0, false));
    double[] there = new double[forward.length];
    double[] andBack = new double[forward.length];
    for (int i = 0; i < forward.length; i++) {
      there[i] = forward[i];
      andBack[i] = backward[(i / PIXELS) * PIXELS + PIXELS - 1 - i % PIXELS];
    }
    assertThat(correlation(there, andBack)).isGreaterThan(0.97);
  }

  @Test
  void linesThatWereNotTakenAreNanInTheFileAndZeroInTheBuffer() {
    ScopeBench bench = scanning(10, 0.2, 0, 0, 40);
    bench.pass(1.5);
    bench.microscope.tell(scope -> scope.scan().stop());
    ScanBuffer buffer = bench.microscope.ask(scope -> scope.scan().buffer());
    assertThat(buffer.forFile(0, true)[0]).isNotNaN();
    assertThat(buffer.forFile(0, true)[10 * PIXELS - 1]).isNaN();
    assertThat(buffer.live(0, true)[10 * PIXELS - 1]).isZero();
  }

  @Test
  void aPausedScanGoesOnWhereItWas() {
    ScopeBench bench = scanning(10, 0.2, 0, 0, 40);
    bench.pass(1);
    bench.microscope.tell(scope -> scope.scan().pause());
    double x = bench.microscope.ask(scope -> scope.piezo().xAngstrom());
    bench.pass(5);
    assertThat(bench.microscope.<Double>ask(scope -> scope.piezo().xAngstrom())).isEqualTo(x);
    bench.microscope.tell(scope -> scope.scan().resume());
    bench.pass(1.5);
    assertThat(running(bench)).isTrue();
    bench.pass(1.5);
    assertThat(running(bench)).isFalse();
  }

  @Test
  void aFrozenScanRepeatsItsLine() {
    ScopeBench bench = scanning(10, 0.2, 0, 0, 40);
    bench.pass(1);
    bench.microscope.tell(scope -> scope.scan().freeze(true));
    bench.pass(10);
    assertThat(running(bench)).isTrue();
    assertThat(bench.microscope.<Integer>ask(scope -> scope.scan().lastLine())).isLessThan(5);
  }

  @Test
  void aContinuousBouncyScanGoesTheOtherWayNext() {
    ScopeBench bench = scanning(4, 0.2, 0, 0, 40);
    bench.microscope.tell(
        scope ->
            scope
                .scan()
                .setProperties(
                    new ScanProperties(true, true, ScanProperties.Autosave.OFF, "s", "")));
    bench.pass(1.7);
    assertThat(running(bench)).isTrue();
    assertThat(bench.microscope.<Boolean>ask(scope -> scope.scan().up())).isFalse();
  }

  @Test
  void pixelsComeInSixteens() {
    ScopeBench bench = new ScopeBench(folder, 21);
    bench.microscope.tell(scope -> scope.scan().setBuffer(List.of(0), 100, 7));
    assertThat(bench.microscope.<Integer>ask(scope -> scope.scan().buffer().pixels()))
        .isEqualTo(96);
  }

  @Test
  void anImageThatWouldFillTheMemoryIsRefused() {
    ScopeBench bench = new ScopeBench(folder, 21);
    assertThatThrownBy(
            () ->
                bench.microscope.tell(scope -> scope.scan().setBuffer(List.of(0, 14), 8192, 8192)))
        .hasMessageContaining("too large");
  }

  @Test
  void aFrameBeyondThePiezoIsScannedAtItsEdge() {
    ScopeBench bench = scanning(4, 0.2, 0, 0, 40);
    bench.microscope.tell(
        scope -> {
          scope.scan().stop();
          scope.scan().setFrame(new ScanFrameSettings(1e6, 0, 40, 40, 0));
          scope.startScan(true);
        });
    bench.pass(40);
    assertThat(running(bench)).isFalse();
  }

  @Test
  void aFinishedScanIsAFileThatAnIndependentReaderUnderstands() throws IOException {
    ScopeBench bench = scanning(8, 0.2, 10, -20, 50);
    bench.pass(6);
    String path = bench.microscope.ask(scope -> scope.scan().lastPath());
    SxmReader file = new SxmReader(Files.readAllBytes(Path.of(path)));
    assertThat(Path.of(path)).hasFileName("scan0001.sxm");
    assertThat(file.value("SCANIT_TYPE").strip()).isEqualTo("FLOAT            MSBFIRST");
    assertThat(file.value("SCAN_PIXELS").strip().split(" +")).containsExactly("32", "8");
    assertThat(file.value("SCAN_DIR").strip()).isEqualTo("up");
    assertThat(file.numbers("SCAN_RANGE")).containsExactly(5e-9, 5e-9);
    assertThat(file.numbers("SCAN_OFFSET")).containsExactly(1e-9, -2e-9);
    assertThat(file.numbers("ACQ_TIME")[0]).isCloseTo(2.6, within(0.2));
    assertThat(file.channels()).containsExactly("Z m both", "Current A both");
    float[] z = bench.microscope.ask(scope -> scope.scan().buffer().live(0, true));
    float[] back = bench.microscope.ask(scope -> scope.scan().buffer().live(1, false));
    assertThat(file.frame(0)).containsExactly(z);
    assertThat(file.frame(3)).containsExactly(back);
    assertThat(file.frames()).isEqualTo(4);
  }

  @Test
  void seriesNamesStayInTheSession() {
    assertThatThrownBy(
            () -> new ScanProperties(false, false, ScanProperties.Autosave.ALL, "../elsewhere", ""))
        .hasMessageContaining("series name");
    ScopeBench bench = new ScopeBench(folder, 21);
    assertThatThrownBy(
            () -> bench.microscope.tell(scope -> scope.session().setFolder("/somewhere/else")))
        .hasMessageContaining("saves within");
  }
}
