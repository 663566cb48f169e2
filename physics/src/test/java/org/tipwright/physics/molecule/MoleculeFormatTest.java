package org.tipwright.physics.molecule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MoleculeFormatTest {

  private static final String FORMALDEHYDE =
      """
      # H2CO
      molecule formaldehyde
      atom C1 C 0 0
      atom O1 O 1.2 0
      atom H1 H -0.55 0.95
      atom H2 H -0.55 -0.95
      bond C1 O1
      bond C1 H1
      bond C1 H2
      """;

  private static Molecule read(String text) throws MoleculeFormatException {
    return MoleculeFormat.read("test.molecule", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aMoleculeIsReadWithItsBonds() throws Exception {
    Molecule molecule = read(FORMALDEHYDE);
    assertThat(molecule.name()).isEqualTo("formaldehyde");
    assertThat(molecule.atoms()).hasSize(4);
    assertThat(molecule.bonds()).hasSize(3);
    assertThat(molecule.cornerOxygens()).containsExactly(1);
  }

  @Test
  void ptcdaAndNtcdaHaveTheirAtomsBondsAndFourCorners() {
    Molecule ptcda = Molecules.ptcda();
    assertThat(ptcda.atoms()).hasSize(38);
    assertThat(ptcda.bonds()).hasSize(44);
    assertThat(ptcda.cornerOxygens()).hasSize(4);
    assertThat(ptcda.cell()).isPresent();
    Molecule ntcda = Molecules.ntcda();
    assertThat(ntcda.atoms()).hasSize(24);
    assertThat(ntcda.bonds()).hasSize(27);
    assertThat(ntcda.cornerOxygens()).hasSize(4);
  }

  @Test
  void cornersAreCountedRoundTheMolecule() {
    Molecule ptcda = Molecules.ptcda();
    assertThat(ptcda.cornerOxygens().stream().map(i -> ptcda.atoms().get(i)))
        .extracting(atom -> Math.signum(atom.xAngstrom()) + " " + Math.signum(atom.yAngstrom()))
        .containsExactly("1.0 1.0", "1.0 -1.0", "-1.0 -1.0", "-1.0 1.0");
  }

  /** What is changed in a good file, and what the refusal must say of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          atom O1 O 1.2 0      | atom O1 Xx 1.2 0     | line 4: unknown element 'Xx'; C, O and H are known
          atom O1 O 1.2 0      | atom O1 O 0.3 0      | line 4: atom O1 overlaps with C1: 0.30 Å apart
          atom O1 O 1.2 0      | atom O1 O 1,2 0      | line 4: '1,2' is not a number
          atom O1 O 1.2 0      | atom O1 O NaN 0      | line 4: NaN is not a length
          atom O1 O 1.2 0      | atom O1 O 1.2 0 0    | line 4: expected 'atom NAME ELEMENT X Y'
          atom O1 O 1.2 0      | atom C1 O 1.2 0      | line 4: a second atom named 'C1'
          bond C1 O1           | bond C1 O9           | line 7: a bond to 'O9', which no line above defines
          bond C1 O1           | bond C1 C1           | line 7: a bond from C1 to itself
          bond C1 O1           | bond O1 H1           | line 7: the bond O1 H1 would be 1.99 Å long
          bond C1 O1           | bond H1 C1           | line 8: the bond C1 H1 is already there
          bond C1 O1           | bonds C1 O1          | line 7: 'bonds' is none of 'molecule', 'layer', 'atom' and 'bond'
          bond C1 O1           | layer 2 2 90         | line 7: a layer's cell of 2.0 x 2.0 Å is not within 3 to 100
          bond C1 O1           | #                    | atom O1 is not bonded to the rest
          molecule formaldehyde| molecule             | line 2: expected 'molecule NAME'
          molecule formaldehyde| #                    | no line 'molecule NAME'
          """)
  void aWrongFileIsRefusedWithLineAndReason(String good, String bad, String reason) {
    String text = FORMALDEHYDE.replace(good, bad);
    assertThat(text).isNotEqualTo(FORMALDEHYDE);
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(MoleculeFormatException.class)
        .hasMessageContaining("test.molecule")
        .hasMessageContaining(reason);
  }

  @Test
  void bytesThatAreNoTextAreRefusedWithTheirLine() {
    byte[] bytes = "molecule x\natom C1 C 0 0\n\u0000\u0001".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> MoleculeFormat.read("picture.png", bytes))
        .hasMessage("picture.png, line 3: byte 0 is not text; a molecule is a plain text file");
    byte[] latin = {'#', (byte) 0xC5};
    assertThatThrownBy(() -> MoleculeFormat.read("old.txt", latin))
        .hasMessageContaining("save the file as UTF-8");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThatThrownBy(() -> read("")).hasMessageContaining("no line 'molecule NAME'");
  }
}
