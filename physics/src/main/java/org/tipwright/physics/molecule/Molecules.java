package org.tipwright.physics.molecule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The molecules that come with the program. */
public final class Molecules {

  /** Their names. */
  public static final List<String> NAMES = List.of("PTCDA", "NTCDA");

  private Molecules() {}

  /** 3,4,9,10-perylenetetracarboxylic dianhydride. */
  public static Molecule ptcda() {
    return named("PTCDA");
  }

  /** 1,4,5,8-naphthalenetetracarboxylic dianhydride. */
  public static Molecule ntcda() {
    return named("NTCDA");
  }

  /** One of {@link #NAMES}. */
  public static Molecule named(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("no molecule named '" + name + "'; there are " + NAMES);
    }
    String file = name + ".molecule";
    try (InputStream in = Molecules.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the program");
      }
      return MoleculeFormat.read(file, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MoleculeFormatException e) {
      throw new IllegalStateException(e);
    }
  }
}
