package org.tipwright.physics.molecule;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a flat molecule from text. One item per line, {@code #} starts a comment:
 *
 * <pre>
 * molecule PTCDA
 * layer 18.96 12.61 89       # optional: long side, short side (Å), angle (°) of the layer's cell
 * atom C1 C 1.437 0.000      # name, element, x, y in Å; the long axis lies along x
 * bond C1 C2
 * </pre>
 *
 * <p>Nothing is guessed: whatever is not understood, or cannot be a molecule, is refused with its
 * line and the reason.
 */
public final class MoleculeFormat {

  /** Atoms nearer than this, in Å, are refused: shorter than any bond. */
  private static final double NEAREST_ANGSTROM = 0.7;

  /** Bonds longer than this, in Å, are refused. */
  private static final double LONGEST_BOND_ANGSTROM = 1.9;

  private static final double FARTHEST_ANGSTROM = 15;
  private static final int MOST_ATOMS = 200;

  private final String source;
  private final List<Atom> atoms = new ArrayList<>();
  private final Map<String, Integer> index = new TreeMap<>();
  private final List<Molecule.Bond> bonds = new ArrayList<>();
  private final Set<Long> bonded = new TreeSet<>();
  private @Nullable String name;
  private @Nullable LayerCell cell;

  private MoleculeFormat(String source) {
    this.source = source;
  }

  /**
   * Reads a molecule.
   *
   * @param source where the bytes come from, for messages
   * @param bytes UTF-8 text
   * @throws MoleculeFormatException if they are not a molecule, with line and reason
   */
  public static Molecule read(String source, byte[] bytes) throws MoleculeFormatException {
    MoleculeFormat format = new MoleculeFormat(source);
    String[] lines = text(source, bytes).split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].replaceFirst("#.*", "").strip();
      if (!line.isEmpty()) {
        format.line(i + 1, line.split("\\s+"));
      }
    }
    return format.molecule();
  }

  private static String text(String source, byte[] bytes) throws MoleculeFormatException {
    int line = 1;
    for (byte b : bytes) {
      if (b == '\n') {
        line++;
      } else if (b >= 0 && b < ' ' && b != '\t' && b != '\r') {
        throw new MoleculeFormatException(
            source, line, "byte " + b + " is not text; a molecule is a plain text file");
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MoleculeFormatException(source, "not UTF-8 text; save the file as UTF-8");
    }
  }

  private void line(int line, String[] words) throws MoleculeFormatException {
    switch (words[0]) {
      case "molecule" -> {
        expect(line, words, 2, "molecule NAME");
        if (name != null) {
          throw refusal(line, "a second name, '" + words[1] + "'; one file holds one molecule");
        }
        name = words[1];
      }
      case "layer" -> {
        expect(line, words, 4, "layer LONG SHORT ANGLE");
        try {
          cell =
              new LayerCell(number(line, words[1]), number(line, words[2]), number(line, words[3]));
        } catch (IllegalArgumentException e) {
          throw refusal(line, e.getMessage());
        }
      }
      case "atom" -> {
        expect(line, words, 5, "atom NAME ELEMENT X Y");
        addAtom(line, words);
      }
      case "bond" -> {
        expect(line, words, 3, "bond ATOM ATOM");
        addBond(line, words);
      }
      default ->
          throw refusal(
              line, "'" + words[0] + "' is none of 'molecule', 'layer', 'atom' and 'bond'");
    }
  }

  private void addAtom(int line, String[] words) throws MoleculeFormatException {
    Element element;
    try {
      element = Element.valueOf(words[2]);
    } catch (IllegalArgumentException e) {
      throw refusal(line, "unknown element '" + words[2] + "'; C, O and H are known");
    }
    Atom atom = new Atom(words[1], element, number(line, words[3]), number(line, words[4]));
    if (index.containsKey(atom.name())) {
      throw refusal(line, "a second atom named '" + atom.name() + "'");
    }
    for (Atom other : atoms) {
      double distance = atom.distanceAngstrom(other);
      if (distance < NEAREST_ANGSTROM) {
        throw refusal(
            line,
            String.format(
                Locale.ROOT,
                "atom %s overlaps with %s: %.2f Å apart, nearer than %.1f Å",
                atom.name(),
                other.name(),
                distance,
                NEAREST_ANGSTROM));
      }
    }
    if (atoms.size() == MOST_ATOMS) {
      throw refusal(line, "more than " + MOST_ATOMS + " atoms");
    }
    index.put(atom.name(), atoms.size());
    atoms.add(atom);
  }

  private void addBond(int line, String[] words) throws MoleculeFormatException {
    int first = atom(line, words[1]);
    int second = atom(line, words[2]);
    if (first == second) {
      throw refusal(line, "a bond from " + words[1] + " to itself");
    }
    if (!bonded.add((long) Math.min(first, second) * MOST_ATOMS + Math.max(first, second))) {
      throw refusal(line, "the bond " + words[1] + " " + words[2] + " is already there");
    }
    double length = atoms.get(first).distanceAngstrom(atoms.get(second));
    if (length > LONGEST_BOND_ANGSTROM) {
      throw refusal(
          line,
          String.format(
              Locale.ROOT,
              "the bond %s %s would be %.2f Å long; %.1f Å is the longest allowed",
              words[1],
              words[2],
              length,
              LONGEST_BOND_ANGSTROM));
    }
    bonds.add(new Molecule.Bond(first, second));
  }

  private int atom(int line, String atom) throws MoleculeFormatException {
    Integer found = index.get(atom);
    if (found == null) {
      throw refusal(
          line, "a bond to '" + atom + "', which no line above defines; add 'atom " + atom + " …'");
    }
    return found;
  }

  private double number(int line, String word) throws MoleculeFormatException {
    double value;
    try {
      value = Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw refusal(line, "'" + word + "' is not a number");
    }
    if (!(Math.abs(value) <= 1000)) {
      throw refusal(line, word + " is not a length or an angle of a molecule");
    }
    return value;
  }

  private void expect(int line, String[] words, int count, String shape)
      throws MoleculeFormatException {
    if (words.length != count) {
      throw refusal(line, "expected '" + shape + "' but found " + words.length + " words");
    }
  }

  private MoleculeFormatException refusal(int line, @Nullable String reason) {
    return new MoleculeFormatException(source, line, String.valueOf(reason));
  }

  private Molecule molecule() throws MoleculeFormatException {
    if (name == null) {
      throw new MoleculeFormatException(source, "no line 'molecule NAME'");
    }
    Molecule molecule = new Molecule(name, atoms, bonds, Optional.ofNullable(cell));
    List<List<Integer>> neighbours = molecule.neighbours();
    checkConnected(neighbours);
    for (int i = 0; i < atoms.size(); i++) {
      Atom atom = atoms.get(i);
      int most = atom.element() == Element.C ? 3 : atom.element() == Element.O ? 2 : 1;
      if (neighbours.get(i).size() > most) {
        throw new MoleculeFormatException(
            source,
            "atom "
                + atom.name()
                + " has "
                + neighbours.get(i).size()
                + " bonds; in a flat molecule "
                + atom.element()
                + " has at most "
                + most);
      }
      if (Math.abs(atom.xAngstrom()) > FARTHEST_ANGSTROM
          || Math.abs(atom.yAngstrom()) > FARTHEST_ANGSTROM) {
        throw new MoleculeFormatException(
            source,
            "atom " + atom.name() + " lies more than " + FARTHEST_ANGSTROM + " Å from the origin");
      }
    }
    if (molecule.cornerOxygens().isEmpty()) {
      throw new MoleculeFormatException(
          source, "no oxygen with a single bond; the tip has nothing to hold");
    }
    return molecule;
  }

  private void checkConnected(List<List<Integer>> neighbours) throws MoleculeFormatException {
    if (atoms.isEmpty()) {
      throw new MoleculeFormatException(source, "no line 'atom NAME ELEMENT X Y'");
    }
    Set<Integer> reached = new TreeSet<>();
    List<Integer> open = new ArrayList<>(List.of(0));
    while (!open.isEmpty()) {
      int at = open.remove(open.size() - 1);
      if (reached.add(at)) {
        open.addAll(neighbours.get(at));
      }
    }
    for (int i = 0; i < atoms.size(); i++) {
      if (!reached.contains(i)) {
        throw new MoleculeFormatException(
            source,
            "atom " + atoms.get(i).name() + " is not bonded to the rest; add its 'bond' line");
      }
    }
  }
}
