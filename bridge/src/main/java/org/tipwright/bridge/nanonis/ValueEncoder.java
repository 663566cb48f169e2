package org.tipwright.bridge.nanonis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.List;

/** Writes values into a body. A value that a field cannot carry is refused, never bent. */
final class ValueEncoder {

  private ValueEncoder() {}

  /** The bytes that a value takes as a field. */
  static int size(Field field, Value value) {
    int head =
        switch (field.shape()) {
          case SINGLE, TIMES, REST -> 0;
          case COUNTED -> field.type() == WireType.STR ? 2 * Integer.BYTES : Integer.BYTES;
          case SIZED -> Integer.BYTES;
          case TABLE -> 2 * Integer.BYTES;
        };
    return Math.addExact(head, elementBytes(field, value));
  }

  private static int elementBytes(Field field, Value value) {
    int each = field.type().leastBytes();
    if (value instanceof Value.Text text) {
      return each + text.text().length();
    } else if (value instanceof Value.Wholes wholes) {
      return Math.multiplyExact(each, wholes.count());
    } else if (value instanceof Value.Reals reals) {
      return Math.multiplyExact(each, reals.count());
    } else if (value instanceof Value.RealTable table) {
      return Math.multiplyExact(each, Math.multiplyExact(table.rows(), table.columns()));
    } else if (value instanceof Value.Texts texts) {
      return textBytes(texts.texts());
    } else if (value instanceof Value.TextTable table) {
      return textBytes(table.texts());
    }
    return each;
  }

  private static int textBytes(List<String> texts) {
    int bytes = 0;
    for (String text : texts) {
      bytes = Math.addExact(bytes, Integer.BYTES + text.length());
    }
    return bytes;
  }

  /**
   * Throws unless a field can carry a value.
   *
   * @param times the number of elements of a field of {@link Shape#TIMES}
   * @throws IllegalArgumentException in one sentence
   */
  static void check(Field field, Value value, long times) {
    boolean text = field.type() == WireType.STR;
    boolean whole = field.type().whole();
    boolean fits =
        switch (field.shape()) {
          case SINGLE ->
              text
                  ? value instanceof Value.Text
                  : whole ? value instanceof Value.Whole : value instanceof Value.Real;
          case TABLE -> text ? value instanceof Value.TextTable : value instanceof Value.RealTable;
          case COUNTED, SIZED, TIMES, REST ->
              text
                  ? value instanceof Value.Texts
                  : whole ? value instanceof Value.Wholes : value instanceof Value.Reals;
        };
    if (!fits) {
      throw new IllegalArgumentException(field + " cannot be " + value);
    }
    if (value instanceof Value.Whole number) {
      checkRange(field, number.number());
    } else if (value instanceof Value.Wholes numbers) {
      for (long number : numbers.numbers()) {
        checkRange(field, number);
      }
    } else if (value instanceof Value.Real number) {
      if (field.type() == WireType.F32
          && Double.isFinite(number.number())
          && !Float.isFinite((float) number.number())) {
        throw new IllegalArgumentException(field + " cannot carry " + number);
      }
    } else if (value instanceof Value.Text string) {
      checkText(field, string.text());
    } else if (value instanceof Value.Texts strings) {
      strings.texts().forEach(string -> checkText(field, string));
    } else if (value instanceof Value.TextTable table) {
      table.texts().forEach(string -> checkText(field, string));
    }
    if (field.shape() == Shape.TIMES && elementBytes(field, value) != times * leastBytes(field)) {
      throw new IllegalArgumentException(
          field + " must have " + times + " elements, as " + field.countField() + " says");
    }
  }

  private static long leastBytes(Field field) {
    return field.type().leastBytes();
  }

  private static void checkRange(Field field, long number) {
    if (number < field.type().least() || number > field.type().greatest()) {
      throw new IllegalArgumentException(field + " cannot carry " + number);
    }
  }

  private static void checkText(Field field, String text) {
    if (!ISO_8859_1.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(
          field + " cannot carry \"" + text + "\": a character takes one byte on the wire");
    }
  }

  /** Writes a value that was checked. */
  static void write(Field field, Value value, ByteBuffer body) {
    if (field.shape() == Shape.SIZED || field.shape() == Shape.COUNTED) {
      writeCount(field, value, body);
    }
    if (value instanceof Value.Whole number) {
      writeWhole(field.type(), number.number(), body);
    } else if (value instanceof Value.Real number) {
      if (field.type() == WireType.F32) {
        body.putFloat((float) number.number());
      } else {
        body.putDouble(number.number());
      }
    } else if (value instanceof Value.Text text) {
      writeText(text.text(), body);
    } else if (value instanceof Value.Wholes numbers) {
      for (long number : numbers.numbers()) {
        writeWhole(field.type(), number, body);
      }
    } else if (value instanceof Value.Reals numbers) {
      writeFloats(numbers.numbers(), body);
    } else if (value instanceof Value.Texts texts) {
      texts.texts().forEach(text -> writeText(text, body));
    } else if (value instanceof Value.RealTable table) {
      body.putInt(table.rows()).putInt(table.columns());
      writeFloats(table.numbers(), body);
    } else if (value instanceof Value.TextTable table) {
      body.putInt(table.rows()).putInt(table.columns());
      table.texts().forEach(text -> writeText(text, body));
    }
  }

  private static void writeCount(Field field, Value value, ByteBuffer body) {
    if (field.type() == WireType.STR) {
      body.putInt(elementBytes(field, value));
    }
    if (field.shape() == Shape.COUNTED) {
      if (value instanceof Value.Wholes numbers) {
        body.putInt(numbers.count());
      } else if (value instanceof Value.Reals numbers) {
        body.putInt(numbers.count());
      } else if (value instanceof Value.Texts texts) {
        body.putInt(texts.texts().size());
      }
    }
  }

  private static void writeWhole(WireType type, long number, ByteBuffer body) {
    if (type == WireType.U16) {
      body.putShort((short) number);
    } else {
      body.putInt((int) number);
    }
  }

  private static void writeFloats(float[] numbers, ByteBuffer body) {
    body.asFloatBuffer().put(numbers);
    body.position(body.position() + numbers.length * Float.BYTES);
  }

  private static void writeText(String text, ByteBuffer body) {
    body.putInt(text.length());
    body.put(text.getBytes(ISO_8859_1));
  }
}
