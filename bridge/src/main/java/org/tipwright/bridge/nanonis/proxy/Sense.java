package org.tipwright.bridge.nanonis.proxy;

import java.util.Optional;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.Field;
import org.tipwright.bridge.nanonis.Value;

/** What no command may carry, whatever it is: numbers that are none, texts that go on and on. */
final class Sense {

  private static final int LONGEST_TEXT = 255;
  private static final int LONGEST_LIST = 128;
  private static final int SHOWN = 300;

  private Sense() {}

  /** The first argument that makes none, or nothing. */
  static Optional<String> missing(Command command) {
    for (Field field : command.layout().arguments().fields()) {
      if (!makesSense(command.argument(field.name()))) {
        return Optional.of(
            field.name() + " is not finite, or longer than a command of a script may be");
      }
    }
    return Optional.empty();
  }

  private static boolean makesSense(Value value) {
    if (value instanceof Value.Real real) {
      return Double.isFinite(real.number());
    } else if (value instanceof Value.Text text) {
      return plain(text.text());
    } else if (value instanceof Value.Texts texts) {
      return texts.texts().size() <= LONGEST_LIST && texts.texts().stream().allMatch(Sense::plain);
    } else if (value instanceof Value.Wholes wholes) {
      return wholes.count() <= LONGEST_LIST;
    }
    return value instanceof Value.Whole;
  }

  private static boolean plain(String text) {
    return text.length() <= LONGEST_TEXT && text.chars().noneMatch(Character::isISOControl);
  }

  /** A command for people; a long one is cut. */
  static String shown(Command command) {
    return missing(command).isPresent() && command.frame(false).length > SHOWN
        ? command.name() + " with arguments too long to be shown"
        : cut(command.toString());
  }

  private static String cut(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
