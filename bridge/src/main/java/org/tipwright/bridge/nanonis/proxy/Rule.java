package org.tipwright.bridge.nanonis.proxy;

import java.util.Optional;
import java.util.Set;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.safety.Phase;

/**
 * One line of the allow-list.
 *
 * @param command name of the command
 * @param condition the argument that the command must have for this line to count
 * @param kind how it is let through, or not
 * @param phases in which it is let through, of {@link Kind#PHASES}
 * @param text name of the check, or why it is never let through
 */
record Rule(
    String command, Optional<Condition> condition, Kind kind, Set<Phase> phases, String text) {

  Rule {
    phases = Set.copyOf(phases);
  }

  /** How a command is let through. */
  enum Kind {
    READ,
    WAIT,
    STOP,
    PHASES,
    NEVER
  }

  /** An integer argument that must have this value. */
  record Condition(String field, long value) {}

  boolean fits(Command asked) {
    return asked.name().equals(command)
        && condition.map(c -> asked.whole(c.field()) == c.value()).orElse(true);
  }
}
