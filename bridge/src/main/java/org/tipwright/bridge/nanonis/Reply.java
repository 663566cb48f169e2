package org.tipwright.bridge.nanonis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** What the instrument answers to a command: values, or why there are none. */
public sealed interface Reply {

  /**
   * The command was carried out.
   *
   * @param values in the order of the command's returns
   */
  record Values(List<Value> values) implements Reply {

    /** The reply of a command that returns nothing. */
    public static final Values NONE = new Values(List.of());

    public Values {
      values = List.copyOf(values);
    }
  }

  /**
   * The command was not carried out.
   *
   * @param text one sentence; characters outside Latin-1 arrive as question marks
   */
  record Failure(String text) implements Reply {}

  /**
   * What an instrument answered, to be passed on as it came.
   *
   * @param body values and error block
   * @param failed whether the error block says that the command was not carried out
   */
  record Verbatim(byte[] body, boolean failed) implements Reply {

    @Override
    public byte[] frame(byte[] nameField, Layout returns) {
      ByteBuffer frame = ByteBuffer.allocate(Math.addExact(Frames.HEADER_BYTES, body.length));
      frame.put(nameField).putInt(body.length).putInt(0).put(body);
      return frame.array();
    }
  }

  /** Values as {@link Value#of} takes them. */
  static Reply of(Object... values) {
    return values.length == 0
        ? Values.NONE
        : new Values(Arrays.stream(values).map(Value::of).toList());
  }

  /** What a command returns that was not sent: zeros, empty strings, no elements. */
  static Reply zeros(CommandLayout layout) {
    return new Values(layout.returns().zeros());
  }

  /** A refusal, in one sentence. */
  static Reply failure(String text) {
    return new Failure(text);
  }

  /**
   * The response on the wire, header, body and error block.
   *
   * @param nameField the 32 bytes of the name as they came
   * @param returns the values before the error block; before that of a failure they are zero, for
   *     clients that look for values whatever the status is
   * @throws IllegalArgumentException if the values do not fit
   */
  default byte[] frame(byte[] nameField, Layout returns) {
    List<Value> values = this instanceof Values done ? done.values() : returns.zeros();
    byte[] text =
        this instanceof Failure failure ? failure.text().getBytes(ISO_8859_1) : new byte[0];
    returns.check(values);
    int size = Math.addExact(returns.size(values), ErrorBlock.HEAD_BYTES + text.length);
    ByteBuffer frame = ByteBuffer.allocate(Math.addExact(Frames.HEADER_BYTES, size));
    frame.put(nameField).putInt(size).putInt(0);
    returns.write(values, frame);
    frame.putInt(this instanceof Failure ? 1 : 0).putInt(text.length).put(text);
    return frame.array();
  }

  /**
   * Reads a body that an instrument sent: values and error block, or the error block alone.
   *
   * @throws MalformedException if the sizes do not add up in either form; it never throws anything
   *     else
   */
  static Reply read(CommandLayout layout, byte[] body) throws MalformedException {
    ByteBuffer buffer = ByteBuffer.wrap(body);
    try {
      List<Value> values = layout.returns().read(buffer, true);
      ErrorBlock error = ErrorBlock.read(buffer);
      return error.failed() ? new Failure(error.text()) : new Values(values);
    } catch (MalformedException wrong) {
      try {
        ErrorBlock error = ErrorBlock.read(buffer.rewind());
        if (error.failed()) {
          return new Failure(error.text());
        }
      } catch (MalformedException notAlone) {
        // Neither form: what is told is the difference from the full one.
      }
      throw new MalformedException(
          layout.name()
              + " returns "
              + layout.returns()
              + " and an error block, not "
              + body.length
              + " bytes: "
              + wrong.getMessage());
    }
  }
}
