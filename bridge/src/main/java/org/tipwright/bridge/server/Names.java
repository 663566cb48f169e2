package org.tipwright.bridge.server;

import org.tipwright.bridge.safety.Refusal;

/** Names that callers give themselves: they go into logs and refusals, so they are kept tame. */
final class Names {

  private static final int LONGEST = 64;

  private Names() {}

  /** The name, if it has 1 to 64 characters and none of them is a control character. */
  static String checked(String name, String role) throws Refusal {
    if (name.isEmpty()
        || name.length() > LONGEST
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new Refusal(
          Refusal.Kind.MALFORMED,
          "refused: the name of the " + role + " must have 1 to " + LONGEST + " plain characters");
    }
    return name;
  }

  /** As much of a name as is plain; for calls that must not be refused for a bad name. */
  static String tamed(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "");
    return plain.substring(0, Math.min(plain.length(), LONGEST));
  }
}
