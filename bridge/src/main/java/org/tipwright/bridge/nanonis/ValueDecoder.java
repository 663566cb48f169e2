package org.tipwright.bridge.nanonis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads values from a body. Nothing is allocated before the body is known to be long enough for it.
 */
final class ValueDecoder {

  private final ByteBuffer body;
  private final boolean trustTotals;

  /**
   * Reads from the position of a buffer on.
   *
   * @param body big-endian
   * @param trustTotals whether the total bytes before strings must be right; clients are known to
   *     send wrong ones, so a server reads by count
   */
  ValueDecoder(ByteBuffer body, boolean trustTotals) {
    this.body = body;
    this.trustTotals = trustTotals;
  }

  /**
   * Reads one field.
   *
   * @param times the number of elements of a field of {@link Shape#TIMES}
   */
  Value read(Field field, long times) throws MalformedException {
    return switch (field.shape()) {
      case SINGLE -> single(field);
      case COUNTED ->
          field.type() == WireType.STR ? countedTexts(field) : elements(field, count(field));
      case SIZED -> sizedTexts(field);
      case TABLE -> table(field);
      case TIMES -> elements(field, times);
      case REST -> elements(field, body.remaining() / field.type().leastBytes());
    };
  }

  private Value single(Field field) throws MalformedException {
    need(field, field.type().leastBytes());
    return switch (field.type()) {
      case U16, U32, I32 -> new Value.Whole(whole(field.type()));
      case F32 -> new Value.Real(body.getFloat());
      case F64 -> new Value.Real(body.getDouble());
      case STR -> new Value.Text(text(field));
    };
  }

  private Value elements(Field field, long count) throws MalformedException {
    int elements = checkedCount(field, count);
    if (field.type() == WireType.STR) {
      return new Value.Texts(texts(field, elements));
    }
    if (field.type().whole()) {
      long[] numbers = new long[elements];
      for (int i = 0; i < elements; i++) {
        numbers[i] = whole(field.type());
      }
      return new Value.Wholes(numbers);
    }
    return new Value.Reals(floats(elements));
  }

  private Value table(Field field) throws MalformedException {
    int rows = count(field);
    int columns = count(field);
    if (rows < 0 || columns < 0) {
      throw new MalformedException(field + ": " + rows + " rows of " + columns + " columns");
    }
    int elements = checkedCount(field, (long) rows * columns);
    return field.type() == WireType.STR
        ? new Value.TextTable(rows, columns, texts(field, elements))
        : new Value.RealTable(rows, columns, floats(elements));
  }

  private Value countedTexts(Field field) throws MalformedException {
    int total = count(field);
    int count = count(field);
    int start = body.position();
    List<String> texts = texts(field, checkedCount(field, count));
    checkTotal(field, total, start);
    return new Value.Texts(texts);
  }

  private Value sizedTexts(Field field) throws MalformedException {
    int total = count(field);
    if (total < 0 || total > body.remaining()) {
      throw new MalformedException(
          field + ": strings of " + total + " bytes, but " + body.remaining() + " are left");
    }
    int start = body.position();
    List<String> texts = new ArrayList<>();
    while (body.position() - start < total) {
      texts.add(text(field));
    }
    checkTotal(field, total, start);
    return new Value.Texts(texts);
  }

  private void checkTotal(Field field, int total, int start) throws MalformedException {
    int bytes = body.position() - start;
    if (trustTotals && total != bytes) {
      throw new MalformedException(
          field + ": strings said to have " + total + " bytes have " + bytes);
    }
  }

  private long whole(WireType type) {
    return switch (type) {
      case U16 -> Short.toUnsignedInt(body.getShort());
      case U32 -> Integer.toUnsignedLong(body.getInt());
      default -> body.getInt();
    };
  }

  private float[] floats(int count) {
    float[] numbers = new float[count];
    body.asFloatBuffer().get(numbers);
    body.position(body.position() + count * Float.BYTES);
    return numbers;
  }

  private List<String> texts(Field field, int count) throws MalformedException {
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text(field));
    }
    return texts;
  }

  private String text(Field field) throws MalformedException {
    int length = count(field);
    if (length < 0 || length > body.remaining()) {
      throw new MalformedException(
          field + ": a string of " + length + " bytes, but " + body.remaining() + " are left");
    }
    byte[] bytes = new byte[length];
    body.get(bytes);
    return new String(bytes, ISO_8859_1);
  }

  private int count(Field field) throws MalformedException {
    need(field, Integer.BYTES);
    return body.getInt();
  }

  private int checkedCount(Field field, long count) throws MalformedException {
    if (count < 0 || count > body.remaining() / field.type().leastBytes()) {
      throw new MalformedException(
          field + ": " + count + " elements, but " + body.remaining() + " bytes are left");
    }
    return (int) count;
  }

  private void need(Field field, int bytes) throws MalformedException {
    if (body.remaining() < bytes) {
      throw new MalformedException(
          field + ": needs " + bytes + " bytes, but " + body.remaining() + " are left");
    }
  }
}
