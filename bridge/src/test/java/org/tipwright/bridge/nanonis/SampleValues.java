package org.tipwright.bridge.nanonis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Values to fill any layout with: every string is "abc", two elements each, tables of 2 by 3. */
public final class SampleValues {

  private SampleValues() {}

  /** Values that fit a layout. */
  public static List<Value> of(Layout layout) {
    List<Value> values = new ArrayList<>();
    for (Field field : layout.fields()) {
      values.add(of(field));
    }
    return values;
  }

  private static Value of(Field field) {
    boolean text = field.type() == WireType.STR;
    return switch (field.shape()) {
      case SINGLE ->
          text
              ? new Value.Text("abc")
              : field.type().whole() ? new Value.Whole(2) : new Value.Real(0.25);
      case TABLE ->
          text
              ? new Value.TextTable(2, 3, Collections.nCopies(6, "abc"))
              : new Value.RealTable(2, 3, new float[] {1, 2, 3, 4, 5, Float.NaN});
      case COUNTED, SIZED, TIMES, REST ->
          text
              ? new Value.Texts(List.of("abc", "abc"))
              : field.type().whole()
                  ? new Value.Wholes(new long[] {7, 9})
                  : new Value.Reals(new float[] {1.5f, -2});
    };
  }
}
