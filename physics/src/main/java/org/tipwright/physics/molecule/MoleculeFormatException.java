package org.tipwright.physics.molecule;

/** A molecule's text that cannot be used; the message says in which line, and why. */
public final class MoleculeFormatException extends Exception {

  private static final long serialVersionUID = 1;

  MoleculeFormatException(String source, int line, String reason) {
    super(source + ", line " + line + ": " + reason);
  }

  MoleculeFormatException(String source, String reason) {
    super(source + ": " + reason);
  }
}
