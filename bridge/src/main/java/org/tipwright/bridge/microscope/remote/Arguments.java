package org.tipwright.bridge.microscope.remote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tipwright.bridge.microscope.Si;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.Field;
import org.tipwright.bridge.nanonis.Reply;
import org.tipwright.bridge.nanonis.Value;

/** Reads a command's arguments and writes its return values, both by the names of the catalogue. */
final class Arguments {

  private final Command command;

  Arguments(Command command) {
    this.command = command;
  }

  /** A number as it is. */
  double real(String name) {
    return command.real(name);
  }

  /** Metres as Å. */
  double angstrom(String name) {
    return Si.angstrom(command.real(name));
  }

  /** Amperes as nA. */
  double nanoampere(String name) {
    return Si.nanoampere(command.real(name));
  }

  String text(String name) {
    return command.text(name);
  }

  boolean on(String name) {
    return command.on(name);
  }

  int whole(String name) {
    long value = command.whole(name);
    if (value > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(name + " = " + value + " is too large");
    }
    return (int) value;
  }

  /** An integer that older releases do not send. */
  int wholeOr(String name, int otherwise) {
    return has(name) ? whole(name) : otherwise;
  }

  boolean has(String name) {
    return command.layout().arguments().fields().stream()
        .anyMatch(field -> field.name().equals(name));
  }

  List<Integer> wholes(String name) {
    return Arrays.stream(command.wholes(name)).mapToObj(Math::toIntExact).toList();
  }

  float[] reals(String name) {
    if (command.argument(name) instanceof Value.Reals reals) {
      return reals.numbers();
    }
    throw new IllegalArgumentException(name + " is no array of real numbers");
  }

  /** A switch of which 0 keeps what is set, 1 is on and 2 is off. */
  boolean tristate(String name, boolean now) {
    return switch (whole(name)) {
      case 0 -> now;
      case 1 -> true;
      case 2 -> false;
      default ->
          throw new IllegalArgumentException(
              name + " is 0 (as it is), 1 (on) or 2 (off), not " + whole(name));
    };
  }

  /** A number of which 0 keeps what is set. */
  int wholeOrKeep(String name, int now) {
    return whole(name) == 0 ? now : whole(name);
  }

  /** One of an enumeration, by its place from {@code first}. */
  <E> E choice(String name, E[] all, int first) {
    int index = whole(name) - first;
    if (index < 0 || index >= all.length) {
      throw new IllegalArgumentException(
          name + " is from " + first + " to " + (first + all.length - 1) + ", not " + whole(name));
    }
    return all[index];
  }

  /**
   * The return values.
   *
   * @param namesAndValues name, value, name, value …; those that the release does not return are
   *     left out
   */
  Reply reply(Object... namesAndValues) {
    List<Object> values = new ArrayList<>();
    for (Field field : command.layout().returns().fields()) {
      values.add(named(field.name(), namesAndValues));
    }
    return Reply.of(values.toArray());
  }

  private Object named(String name, Object... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i].equals(name)) {
        Object value = namesAndValues[i + 1];
        return value instanceof Boolean on ? (on ? 1 : 0) : value;
      }
    }
    throw new IllegalStateException(command.name() + " returns '" + name + "', which is not given");
  }
}
