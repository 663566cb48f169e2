package org.tipwright.env.hose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathFileTest {

  @TempDir Path folder;

  @Test
  void rowsCountFromTheFirstAndAreJoinedByLines() throws Exception {
    HosePath path = read("# my tip, x y z\n10 20 5\n\n 13\t20 9\n13 20 20\n", false, Double.NaN);
    assertThat(path.distanceAngstrom(0, 0, 0)).isZero();
    assertThat(path.distanceAngstrom(1.5, 0, 2)).isCloseTo(0, within(1e-12));
    assertThat(path.distanceAngstrom(3, 2, 12)).isCloseTo(2, within(1e-12));
  }

  @Test
  void aboveItsLastRowThePathGoesOnStraight() throws Exception {
    HosePath path = read("0 0 0\n7 0 14\n", false, Double.NaN);
    assertThat(path.distanceAngstrom(8.5, 0, 17)).isCloseTo(0, within(1e-12));
  }

  @Test
  void zMayCountDownwards() throws Exception {
    HosePath path = read("0 0 0\n1 1 -15\n", true, Double.NaN);
    assertThat(path.distanceAngstrom(1, 1, 15)).isCloseTo(0, within(1e-12));
  }

  @Test
  void aPathIsProjectedOnAVerticalPlane() throws Exception {
    HosePath path = read("0 0 0\n4 2 16\n", false, 90);
    assertThat(path.distanceAngstrom(0, 2, 16)).isCloseTo(0, within(1e-12));
  }

  @Test
  void aWordAmongTheNumbersIsNamedWithItsLine() {
    refused("0 0 0\n1 one 15\n", "line 2 has 'one' where a number in Å should stand");
  }

  @Test
  void notANumberIsNoNumber() {
    refused("0 0 0\n1 NaN 15\n", "line 2 has 'NaN'");
  }

  @Test
  void aMissingColumnIsNamedWithItsLine() {
    refused("# x y z\n0 0 0\n1 15\n", "line 3 has 2 columns; give three, x y z in Å");
  }

  @Test
  void aPathThatEndsTooLowIsNamedWithItsHeight() {
    refused("0 0 0\n1 1 9.5\n", "line 2 ends a path that rises only 9.5 Å; it has to reach 14 Å");
  }

  @Test
  void aPathInAnotherUnitIsRefused() {
    refused("0 0 0\n0 0 1500\n", "line 2 is 1500.0 from the first row, over 100");
  }

  @Test
  void oneRowIsNoPath() {
    refused("0 0 0\n", "holds 1 rows");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathFile.text(folder.resolve("none.txt").toString()))
        .withMessageContaining("none.txt' does not exist");
  }

  @Test
  void theTaskFollowsTheFile() throws Exception {
    Path file = Files.writeString(folder.resolve("path.txt"), "0 0 0\n0 0 15\n");
    HoseTask task =
        new HoseTask(HoseTaskTest.settings("path-file = \"" + file.toUri().getPath() + "\""));
    task.seed(1);
    float[] observation = new float[3];
    task.reset(observation, 0);
    for (int i = 0; i < 140; i++) {
      task.step(new float[] {0}, 0, observation, 0);
    }
    assertThat(task.succeeded()).isTrue();
  }

  private HosePath read(String text, boolean flipZ, double azimuthDegrees) throws Exception {
    Path file = Files.writeString(folder.resolve("path.txt"), text);
    return PathFile.path(file.toString(), PathFile.text(file.toString()), flipZ, azimuthDegrees);
  }

  private void refused(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(text, false, Double.NaN))
        .withMessageContaining(message)
        .withMessageContaining("path.txt");
  }
}
