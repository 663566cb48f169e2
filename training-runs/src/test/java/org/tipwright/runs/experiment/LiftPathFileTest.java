package org.tipwright.runs.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiftPathFileTest {

  @TempDir private Path folder;

  @Test
  void aPathIsStraightBetweenItsRows() throws IOException {
    Path file = write("height_angstrom,inward_angstrom\n0,0\n4,1\n14,11\n");

    LiftPath path = LiftPathFile.read(file);

    assertThat(path.lateral().xAt(2)).isEqualTo(0.5);
    assertThat(path.lateral().xAt(9)).isEqualTo(6);
    assertThat(path.lateral().yAt(9)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "z,x;0,0;1,1 | line 1 must name the columns",
        "height_angstrom,inward_angstrom;0,0;1 | line 3 has 1 columns but the header names 2",
        "height_angstrom,inward_angstrom;0,0;1,x | line 3 holds 'x' where a number in Å is wanted",
        "height_angstrom,inward_angstrom;0,0;1,NaN | line 3 holds 'NaN', which is no length",
        "height_angstrom,inward_angstrom;0,0;2,1;1,1 | line 4 must be higher than the line before",
        "height_angstrom,inward_angstrom;0,1;2,1 | line 2 must be contact, 0,0,0",
        "height_angstrom,inward_angstrom;0,0 | line 2 must be contact, 0,0,0, and be followed"
      })
  void aWrongFileIsRefusedWithItsLine(String text, String refusal) throws IOException {
    Path file = write(text.strip().replace(";", "\n") + "\n");

    assertThatThrownBy(() -> LiftPathFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(refusal);
  }

  @Test
  void whatIsNotTextIsRefused() throws IOException {
    Path file = folder.resolve("path.csv");
    Files.write(file, new byte[] {(byte) 0xc3, (byte) 0x28, 0});

    assertThatThrownBy(() -> LiftPathFile.read(file)).hasMessageContaining("is not text");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("path.csv"), text);
  }
}
