package org.tipwright.runs.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
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
        "physics | 'physics' needs one of lift-curve, field, drag, scan, validate; './tipwright physics --help' explains it",
        "physics field | 'physics field' needs one of corridor, landscape; './tipwright physics field --help' explains it",
        "physics lift-curve --engine planr | unknown engine 'planr'; did you mean 'planar'?",
        "physics lift-curve --surface Ag110 | unknown surface 'Ag110'; did you mean 'Ag111'?",
        "physics lift-curve --layer ful | unknown layer 'ful'; did you mean 'full'?",
        "physics lift-curve --path publishd | unknown path 'publishd'; did you mean 'published'?",
        "physics lift-curve --path gone.csv | there is no path file 'gone.csv'",
        "physics lift-curve --engine planar --surface Au111 | the engine 'planar' knows no layer on Au111; add --layer isolated",
        "physics lift-curve --engine planar --molecule NTCDA | the engine 'planar' knows PTCDA only, not NTCDA",
        "physics lift-curve --bias-volt 0 | --bias-volt is 0.0 but must be within 1 V, and not 0",
        "physics lift-curve --strength-nanonewton -1 | a bond strength of -1.0 nN is not within 0 to 10 nN",
        "physics lift-curve --direction 0,1,2,3,4,5,6,7,8 | 10 curves are too many for one figure; ask for 8 at most",
        "physics lift-curve --molecule PTCDB | unknown molecule 'PTCDB'; did you mean 'PTCDA'?",
        "physics lift-curve --molecule gone.molecule | there is no molecule file 'gone.molecule'",
        "physics lift-curve --corner 4 | --corner is 4 but must be 0, 1, 2 or 3",
        "physics field corridor --lifts 0 | --lifts is 0 but must be from 1 to 400",
        "physics field landscape --shift-angstrom 101 | --shift-angstrom is 101.0 but must be within 100",
        "physics drag --adsorbate CO-Cu110 | unknown adsorbate 'CO-Cu110'; did you mean 'CO-Cu111'?",
        "physics drag --height-angstrom 0 | --height-angstrom is 0.0 but must be above 0, at most 50",
        "physics drag --height-angstrom 3 --resistance-kiloohm 100 | --height-angstrom and --resistance-kiloohm say the same; give one",
        "physics drag --resistance-kiloohm 1 | junction of 1000.0 Ω: less than one quantum, 12906.4 Ω",
        "physics drag --length-angstrom -1 | --length-angstrom is -1.0 but must be above 0, at most 1000",
        "physics drag --temperature-kelvin -1 | --temperature-kelvin is -1.0 but must be 0 to 1000",
        "physics scan --arrangement coral | unknown arrangement 'coral'; did you mean 'corral'?",
        "physics scan --arrangement gone.csv | there is no arrangement file 'gone.csv'",
        "physics scan --tip shrp | unknown tip 'shrp'; did you mean 'sharp'?",
        "physics scan --pixels 1 | --pixels is 1 but must be from 2 to 1024",
        "physics scan --size-angstrom 0 | --size-angstrom is 0.0 but must be above 0, at most 10000",
        "physics scan --bias-volt 2 | --bias-volt is 2.0 but must be within 1 V, and not 0",
        "benchmark lift-cost --seconds 0 | --seconds is 0.0 but must be above 0 and at most 3600",
        "benchmark physics --repetitions 0 | --repetitions is 0 and --seconds 1.0 but both must be above 0, a repetition at most an hour"
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

  /** The table of docs/decisions/0006, whose numbers are rounded to 0.01 nN. */
  @Test
  void theTableOfForcesIsThatOfTheDecision() {
    CommandRun run =
        CommandRun.of(
            home,
            "physics",
            "lift-curve",
            "--engine",
            "planar",
            "--corner",
            "0",
            "--path",
            "straight,published,outward",
            "--unbreakable");

    assertThat(run.exitCode()).isZero();
    assertForces(run, "straight up", 0.85, 0.86, 1.20, 1.25, 0.83, 0.50);
    assertForces(run, "published, inward", 0.84, 0.84, 0.60, 0.20, 0.85, 0.70);
    assertForces(run, "published, outward", 0.86, 1.63, 1.29, 0.83, 0.22, 0.12);
  }

  private static void assertForces(CommandRun run, String path, double... nanonewton) {
    String row = run.out().lines().filter(line -> line.startsWith(path)).findFirst().orElseThrow();
    String[] cells = row.substring(path.length()).strip().split(" +", -1);
    for (int i = 0; i < nanonewton.length; i++) {
      assertThat(Double.parseDouble(cells[i])).isCloseTo(nanonewton[i], within(0.015));
    }
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
        CommandRun.of(
            home,
            "physics",
            "lift-curve",
            "--engine",
            "planar",
            "--path",
            "straight",
            "--out",
            out.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("ruptured at");
    return out.resolve("lift-curve-planar-Ag111-full.csv");
  }

  @Test
  void theCorridorIsDrawnAndTabled() throws IOException {
    CommandRun run = CommandRun.of(home, "physics", "field", "corridor", "--lifts", "2");

    assertThat(run.exitCode()).isZero();
    Path figures = home.resolve("training-runs").resolve("figures");
    BufferedImage image =
        ImageIO.read(figures.resolve("corridor-molecular-Ag111-full.png").toFile());
    assertThat(image.getWidth()).isEqualTo(1600);
    List<String> rows = Files.readAllLines(figures.resolve("corridor-molecular-Ag111-full.csv"));
    assertThat(rows).hasSize(1 + 5 * 141);
    assertThat(rows.get(0))
        .isEqualTo(
            "stretch,height_angstrom,lateral_angstrom,force_nanonewton,"
                + "largest_force_so_far_nanonewton");
  }

  @Test
  void aDragShowsItsSawtooth() throws IOException {
    CommandRun run = CommandRun.of(home, "physics", "drag", "--temperature-kelvin", "0");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("pulling").contains("largest lateral force 19");
    List<String> rows = Files.readAllLines(figure("drag-CO-Cu111-2.70.csv"));
    assertThat(rows.get(0)).startsWith("tip_way_angstrom,adsorbate_way_angstrom,");
    assertThat(rows).hasSize(1 + 401);
    assertThat(figure("drag-CO-Cu111-2.70.png")).isNotEmptyFile();
  }

  @Test
  void anArrangementOfOnesOwnIsImaged() throws IOException {
    Path file = home.resolve("pair.csv");
    Files.writeString(file, "kind,x_angstrom,y_angstrom,angle_degrees\nadatom,0,0,0\nCO,20,0,0\n");

    CommandRun run =
        CommandRun.of(home, "physics", "scan", "--arrangement", file.toString(), "--pixels", "11");

    assertThat(run.exitCode()).isZero();
    List<String> rows = Files.readAllLines(figure("scan-pair-Ag111-sharp.csv"));
    assertThat(rows).hasSize(1 + 121);
    assertThat(rows.get(0)).isEqualTo("x_angstrom,y_angstrom,height_angstrom");
    assertThat(height(rows, "0.0000,0.0000,")).isGreaterThan(0.5);
    assertThat(height(rows, "20.0000,0.0000,")).isLessThan(-0.2);
  }

  @Test
  void aWrongArrangementIsRefusedWithItsLine() throws IOException {
    Path file = home.resolve("pair.csv");
    Files.writeString(file, "kind,x_angstrom,y_angstrom,angle_degrees\natom,0,0,0\n");

    CommandRun run = CommandRun.of(home, "physics", "scan", "--arrangement", file.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("line 2 has an unknown kind 'atom'; the kinds are CO, PTCDA, adatom");
  }

  /** Without a tip near it is the lattice's: 9/8 of the 98 meV of the bridge. */
  @Test
  void aLandscapeFarFromTheTipIsThatOfTheLattice() throws IOException {
    CommandRun run =
        CommandRun.of(home, "physics", "field", "landscape", "--height-angstrom", "50");

    assertThat(run.exitCode()).isZero();
    double highest =
        Files.readAllLines(figure("landscape-CO-Cu111-50.00.csv")).stream()
            .skip(1)
            .mapToDouble(row -> Double.parseDouble(row.substring(row.lastIndexOf(',') + 1)))
            .max()
            .orElseThrow();
    // V = -E_b/4 times the sum of three cosines: 3 at a top site, -3/2 in a hollow.
    assertThat(highest).isBetween(0.1095, 0.11026);
  }

  @Test
  void theBenchmarkPrintsOneObject() {
    CommandRun run =
        CommandRun.of(
            home, "benchmark", "physics", "--json", "--repetitions", "1", "--seconds", "0.02");

    assertThat(run.exitCode()).isZero();
    Config object = ConfigFactory.parseString(run.out());
    for (String engine : List.of("planar", "molecular", "slide")) {
      assertThat(object.getDouble(engine + ".steps_per_second")).isPositive();
    }
    assertThat(object.getDouble("scan.milliseconds")).isPositive();
  }

  private Path figure(String name) {
    return home.resolve("training-runs").resolve("figures").resolve(name);
  }

  private static double height(List<String> rows, String place) {
    return rows.stream()
        .filter(row -> row.startsWith(place))
        .mapToDouble(row -> Double.parseDouble(row.substring(place.length())))
        .findFirst()
        .orElseThrow();
  }
}
