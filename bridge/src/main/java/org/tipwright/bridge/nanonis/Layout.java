package org.tipwright.bridge.nanonis;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The fields of a body in their order. */
public record Layout(List<Field> fields) {

  public Layout {
    fields = List.copyOf(fields);
  }

  /** Position of a field, or -1. */
  int indexOf(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Zeros, empty strings and no elements: what stands before the error block of a refusal. */
  List<Value> zeros() {
    return fields.stream().map(Field::zero).toList();
  }

  /**
   * Throws unless these values can be sent.
   *
   * @throws IllegalArgumentException naming the first field that cannot carry its value
   */
  void check(List<Value> values) {
    if (values.size() != fields.size()) {
      throw new IllegalArgumentException(
          values.size() + " values for " + fields.size() + " fields " + this);
    }
    for (int i = 0; i < fields.size(); i++) {
      ValueEncoder.check(fields.get(i), values.get(i), times(i, values));
    }
  }

  /** The bytes of values that were checked. */
  int size(List<Value> values) {
    int bytes = 0;
    for (int i = 0; i < fields.size(); i++) {
      bytes = Math.addExact(bytes, ValueEncoder.size(fields.get(i), values.get(i)));
    }
    return bytes;
  }

  /** Writes values that were checked. */
  void write(List<Value> values, ByteBuffer body) {
    for (int i = 0; i < fields.size(); i++) {
      ValueEncoder.write(fields.get(i), values.get(i), body);
    }
  }

  /**
   * Reads the fields from the position of a buffer on; what follows them is left.
   *
   * @param trustTotals whether the total bytes before strings must be right
   */
  List<Value> read(ByteBuffer body, boolean trustTotals) throws MalformedException {
    ValueDecoder decoder = new ValueDecoder(body, trustTotals);
    List<Value> values = new ArrayList<>(fields.size());
    for (int i = 0; i < fields.size(); i++) {
      values.add(decoder.read(fields.get(i), times(i, values)));
    }
    return Collections.unmodifiableList(values);
  }

  private long times(int index, List<Value> values) {
    Field field = fields.get(index);
    return field.shape() == Shape.TIMES
            && values.get(indexOf(field.countField())) instanceof Value.Whole count
        ? count.number()
        : 0;
  }

  /** As in the catalogue, such as {@code "(f32 bias:V)"}. */
  @Override
  public String toString() {
    return "(" + String.join(", ", fields.stream().map(Field::toString).toList()) + ")";
  }
}
