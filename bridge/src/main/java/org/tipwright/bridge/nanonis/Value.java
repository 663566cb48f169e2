package org.tipwright.bridge.nanonis;

import java.util.Arrays;
import java.util.List;

/** One value of a command or a reply, whatever its width on the wire. Never changes. */
public sealed interface Value {

  /** An integer. */
  record Whole(long number) implements Value {
    @Override
    public String toString() {
      return Long.toString(number);
    }
  }

  /** A real number; one that came as f32 has only that precision. */
  record Real(double number) implements Value {
    @Override
    public String toString() {
      return number == (float) number ? Float.toString((float) number) : Double.toString(number);
    }
  }

  /** A string. */
  record Text(String text) implements Value {
    @Override
    public String toString() {
      return '"' + text + '"';
    }
  }

  /** Integers. */
  record Wholes(long[] numbers) implements Value {

    public Wholes {
      numbers = numbers.clone();
    }

    /** How many. */
    public int count() {
      return numbers.length;
    }

    @Override
    public long[] numbers() {
      return numbers.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Wholes wholes && Arrays.equals(numbers, wholes.numbers);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
      return Arrays.toString(numbers);
    }
  }

  /** Real numbers of single precision, as all arrays of reals are on the wire. */
  record Reals(float[] numbers) implements Value {

    public Reals {
      numbers = numbers.clone();
    }

    /** How many. */
    public int count() {
      return numbers.length;
    }

    @Override
    public float[] numbers() {
      return numbers.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Reals reals && Arrays.equals(numbers, reals.numbers);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
      return Arrays.toString(numbers);
    }
  }

  /** Strings. */
  record Texts(List<String> texts) implements Value {

    public Texts {
      texts = List.copyOf(texts);
    }

    @Override
    public String toString() {
      return texts.toString();
    }
  }

  /**
   * A table of real numbers of single precision.
   *
   * @param numbers row by row
   */
  record RealTable(int rows, int columns, float[] numbers) implements Value {

    public RealTable {
      checkSize(rows, columns, numbers.length);
      numbers = numbers.clone();
    }

    @Override
    public float[] numbers() {
      return numbers.clone();
    }

    /** One element. */
    public float at(int row, int column) {
      return numbers[Math.addExact(Math.multiplyExact(row, columns), column)];
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof RealTable table
          && rows == table.rows
          && columns == table.columns
          && Arrays.equals(numbers, table.numbers);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(numbers) + 31 * rows;
    }

    @Override
    public String toString() {
      return "table of " + rows + " x " + columns;
    }
  }

  /**
   * A table of strings.
   *
   * @param texts row by row
   */
  record TextTable(int rows, int columns, List<String> texts) implements Value {

    public TextTable {
      checkSize(rows, columns, texts.size());
      texts = List.copyOf(texts);
    }
  }

  /**
   * The value of a Java object: an integer, a real number, a string, an array of {@code int},
   * {@code long} or {@code float}, a list of strings, or a {@link Value} itself.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Value of(Object object) {
    if (object instanceof Value value) {
      return value;
    } else if (object instanceof Integer || object instanceof Long || object instanceof Short) {
      return new Whole(((Number) object).longValue());
    } else if (object instanceof Float || object instanceof Double) {
      return new Real(((Number) object).doubleValue());
    } else if (object instanceof String text) {
      return new Text(text);
    } else if (object instanceof int[] numbers) {
      return new Wholes(Arrays.stream(numbers).asLongStream().toArray());
    } else if (object instanceof long[] numbers) {
      return new Wholes(numbers);
    } else if (object instanceof float[] numbers) {
      return new Reals(numbers);
    } else if (object instanceof List<?> list) {
      return new Texts(list.stream().map(String.class::cast).toList());
    }
    throw new IllegalArgumentException("a " + object.getClass().getSimpleName() + " is no value");
  }

  private static void checkSize(int rows, int columns, int elements) {
    if (rows < 0 || columns < 0 || (long) rows * columns != elements) {
      throw new IllegalArgumentException(
          rows + " rows of " + columns + " columns are not " + elements + " elements");
    }
  }
}
