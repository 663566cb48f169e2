package org.tipwright.bridge.nanonis;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One command with its arguments, as a value that can be judged, printed and sent again. */
public record Command(CommandLayout layout, List<Value> arguments) {

  /**
   * A command that can be sent.
   *
   * @throws IllegalArgumentException if the arguments are not those of the layout
   */
  public Command {
    arguments = List.copyOf(arguments);
    try {
      layout.arguments().check(arguments);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(layout.name() + ": " + wrong.getMessage(), wrong);
    }
  }

  /** A command with arguments as {@link Value#of} takes them. */
  public static Command of(CommandLayout layout, Object... arguments) {
    return new Command(layout, Arrays.stream(arguments).map(Value::of).toList());
  }

  /**
   * Reads the arguments that a client sent. A body of an older or careless form is understood too:
   * its fields are taken by name, and those it lacks from the catalogue.
   *
   * @throws MalformedException if the body fits no form of the command; it never throws anything
   *     else
   */
  public static Command read(CommandLayout layout, byte[] body) throws MalformedException {
    try {
      return new Command(layout, exactly(layout.arguments(), body));
    } catch (MalformedException wrong) {
      for (Layout form : layout.alsoUnderstood()) {
        try {
          return new Command(layout, completed(layout.arguments(), form, exactly(form, body)));
        } catch (MalformedException notThisForm) {
          // The next one, or the difference from the form that is documented.
        }
      }
      throw new MalformedException(
          layout.name()
              + " takes "
              + layout.arguments()
              + ", not "
              + body.length
              + " bytes: "
              + wrong.getMessage());
    }
  }

  private static List<Value> exactly(Layout form, byte[] body) throws MalformedException {
    ByteBuffer buffer = ByteBuffer.wrap(body);
    List<Value> values = form.read(buffer, false);
    if (buffer.hasRemaining()) {
      throw new MalformedException(buffer.remaining() + " bytes are left over");
    }
    return values;
  }

  private static List<Value> completed(Layout wanted, Layout form, List<Value> given)
      throws MalformedException {
    List<Value> values = new ArrayList<>();
    for (Field field : wanted.fields()) {
      int index = form.indexOf(field.name());
      if (index >= 0) {
        values.add(given.get(index));
      } else {
        values.add(
            field.missing().orElseThrow(() -> new MalformedException(field + " is missing")));
      }
    }
    try {
      wanted.check(values);
    } catch (IllegalArgumentException outOfRange) {
      throw new MalformedException(String.valueOf(outOfRange.getMessage()));
    }
    return values;
  }

  /** The name, such as {@code "FolMe.XYPosSet"}. */
  public String name() {
    return layout.name();
  }

  /** One argument. */
  public Value argument(String name) {
    return Named.value(layout.name(), layout.arguments(), arguments, name);
  }

  /** A real argument, in SI units. */
  public double real(String name) {
    return Named.real(layout.name(), argument(name), name);
  }

  /** An integer argument. */
  public long whole(String name) {
    return Named.whole(layout.name(), argument(name), name);
  }

  /** The same with another value of one argument, as {@link Value#of} takes it. */
  public Command with(String name, Object value) {
    List<Value> changed = new ArrayList<>(arguments);
    changed.set(layout.arguments().indexOf(name), Value.of(value));
    return new Command(layout, changed);
  }

  /** Whether the layout has an argument of this name. */
  public boolean takes(String name) {
    return layout.arguments().indexOf(name) >= 0;
  }

  /** Whether a switch is not 0. */
  public boolean on(String name) {
    return whole(name) != 0;
  }

  /** A string argument. */
  public String text(String name) {
    return Named.text(layout.name(), argument(name), name);
  }

  /** An argument of integers. */
  public long[] wholes(String name) {
    return Named.wholes(layout.name(), argument(name), name);
  }

  /**
   * The request on the wire, header and body.
   *
   * @param answer whether the instrument is to answer
   */
  public byte[] frame(boolean answer) {
    int size = layout.arguments().size(arguments);
    ByteBuffer frame = ByteBuffer.allocate(Frames.HEADER_BYTES + size);
    frame.put(Frames.nameField(name())).putInt(size).putShort((short) (answer ? 1 : 0));
    frame.position(Frames.HEADER_BYTES);
    layout.arguments().write(arguments, frame);
    return frame.array();
  }

  /** Such as {@code "FolMe.XYPosSet x=1.0E-8 m y=1.5E-8 m wait=1"}. */
  @Override
  public String toString() {
    return name() + Named.list(layout.arguments(), arguments);
  }
}
