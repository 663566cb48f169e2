package org.tipwright.runs.command;

import java.util.List;
import java.util.function.Function;
import org.tipwright.runs.config.Nearest;
import org.tipwright.runs.config.WrongUse;

/** A word on the command line that must be one of a few. */
final class Choice {

  private Choice() {}

  /**
   * The value that goes by a name.
   *
   * @param kind what is chosen, for the refusal
   * @throws WrongUse if there is none, naming the nearest
   */
  static <T> T of(String kind, String word, List<T> values, Function<T, String> name) {
    for (T value : values) {
      if (name.apply(value).equals(word)) {
        return value;
      }
    }
    List<String> names = values.stream().map(name).toList();
    throw new WrongUse("unknown " + kind + " '" + word + "'" + Nearest.suggestion(word, names));
  }
}
