package org.tipwright.bridge.nanonis;

import java.util.List;
import java.util.Optional;

/**
 * One field of a layout.
 *
 * @param name unique in its layout
 * @param unit SI unit such as {@code "m/s"}, or empty
 * @param type of its elements
 * @param shape how many elements
 * @param countField name of the earlier field that counts the elements, for {@link Shape#TIMES};
 *     else empty
 * @param missing taken when an older form of the command lacks the field
 */
public record Field(
    String name,
    String unit,
    WireType type,
    Shape shape,
    String countField,
    Optional<Value> missing) {

  /** The value that stands for nothing: zero, an empty string, no elements. */
  Value zero() {
    boolean text = type == WireType.STR;
    return switch (shape) {
      case SINGLE ->
          text ? new Value.Text("") : type.whole() ? new Value.Whole(0) : new Value.Real(0);
      case TABLE ->
          text ? new Value.TextTable(0, 0, List.of()) : new Value.RealTable(0, 0, new float[0]);
      case COUNTED, SIZED, TIMES, REST ->
          text
              ? new Value.Texts(List.of())
              : type.whole() ? new Value.Wholes(new long[0]) : new Value.Reals(new float[0]);
    };
  }

  /** As in the catalogue, such as {@code "f32 bias:V"}. */
  @Override
  public String toString() {
    String form =
        switch (shape) {
          case SINGLE -> type.toString();
          case COUNTED -> "[" + type + "]";
          case SIZED -> "{" + type + "}";
          case TABLE -> type + "[,]";
          case TIMES -> type + "[" + countField + "]";
          case REST -> type + "[*]";
        };
    return form + " " + name + (unit.isEmpty() ? "" : ":" + unit);
  }
}
