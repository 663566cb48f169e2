package org.tipwright.runs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhysicsCommandTest {

  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "physics | 'physics' needs one of lift-curve, field; './tipwright physics --help' explains it",
        "physics lift-curve --engine planr | unknown engine 'planr'; did you mean 'planar'?",
        "physics lift-curve --surface Ag110 | unknown surface 'Ag110'; did you mean 'Ag111'?",
        "physics lift-curve --layer ful | unknown layer 'ful'; did you mean 'full'?",
        "physics lift-curve --path publishd | unknown path 'publishd'; did you mean 'published'?",
        "physics lift-curve --path gone.csv | there is no path file 'gone.csv'",
        "physics lift-curve --surface Au111 | the engine 'planar' knows PTCDA on Ag111 only, not PTCDA on Au111",
        "physics lift-curve --bias-volt 0 | --bias-volt is 0.0 but must be within 1 V, and not 0",
        "physics lift-curve --strength-nanonewton -1 | a bond strength of -1.0 nN is not within 0 to 10 nN",
        "physics lift-curve --direction 0,1,2,3,4,5,6,7,8 | 10 curves are too many for one figure; ask for 8 at most",
        "physics field --lifts 0 | --lifts is 0 but must be from 1 to 400"
      })
  void wrongUseIsOneSentenceAndExitCodeTwo(String arguments, String sentence) {
    CommandRun run = CommandRun.of(home, arguments.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).isEqualToNormalizingNewlines("tipwright: " + sentence + "\n");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeMadeIsRefused() throws IOException {
    Path file = Files.createFile(home.resolve("file"));

    CommandRun run =
        CommandRun.of(home, "physics", "lift-curve", "--out", file.resolve("in").toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("cannot make the folder").contains("--out <folder>");
  }

  /** The table of docs/decisions/0006, rounded to 0.01 nN. */
  @Test
  void theTableOfForcesIsThatOfTheDecision() {
    CommandRun run =
        CommandRun.of(
            home, "physics", "lift-curve", "--path", "straight,published,outward", "--unbreakable");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .anyMatch(line -> line.matches("straight up +0.85 +0.85 +1.20 +1.25 +0.83 +0.49 +1.25"))
        .anyMatch(line -> line.matches("published, inward +0.84 +0.84 +0.60 +0.20 +0.84 +0.70.*"))
        .anyMatch(line -> line.matches("published, outward +0.86 +1.63 +1.29 +0.83 +0.22 +0.12.*"));
  }

  @Test
  void aLiftCurveHasUnitsInItsColumnsAndIsTheSameEachTime() throws IOException {
    Path first = curve("first");
    Path second = curve("second");

    List<String> rows = Files.readAllLines(first);
    assertThat(rows.get(0))
        .isEqualTo(
            "curve,height_angstrom,inward_angstrom,sideways_angstrom,force_nanonewton,"
                + "stiffness_newton_per_metre,frequency_shift_hertz,current_nanoampere,"
                + "bond_intact,free_of_site");
    assertThat(rows.get(1)).startsWith("straight up,0.0,0.0000,0.0000,");
    assertThat(rows.get(rows.size() - 1)).startsWith("straight up,").endsWith(",0,0");
    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void aCurveThatWasWrittenCanBeLiftedAgain() throws IOException {
    Path written = curve("first");

    CommandRun run = CommandRun.of(home, "physics", "lift-curve", "--path", written.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("ruptured");
  }

  private Path curve(String folder) {
    Path out = home.resolve(folder);
    CommandRun run =
        CommandRun.of(home, "physics", "lift-curve", "--path", "straight", "--out", out.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("ruptured at");
    return out.resolve("lift-curve-planar-Ag111-full.csv");
  }

  @Test
  void theFieldIsDrawnAndTabled() throws IOException {
    CommandRun run = CommandRun.of(home, "physics", "field", "--lifts", "2");

    assertThat(run.exitCode()).isZero();
    Path figures = home.resolve("training-runs").resolve("figures");
    BufferedImage image = ImageIO.read(figures.resolve("field-planar-Ag111-full.png").toFile());
    assertThat(image.getWidth()).isEqualTo(1600);
    List<String> rows = Files.readAllLines(figures.resolve("field-planar-Ag111-full.csv"));
    assertThat(rows).hasSize(1 + 5 * 141);
    assertThat(rows.get(0))
        .isEqualTo(
            "stretch,height_angstrom,lateral_angstrom,force_nanonewton,"
                + "largest_force_so_far_nanonewton");
  }
}
