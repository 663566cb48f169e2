package org.tipwright.bridge.nanonis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one line of the catalogue; its head says how one is written. */
final class LayoutReader {

  /**
   * One line of the catalogue.
   *
   * @param from first release it holds for
   * @param before first release it no longer holds for
   * @param onlyUnderstood whether only clients of others send it
   */
  record Line(
      String name, int from, int before, Layout arguments, Layout returns, boolean onlyUnderstood) {

    boolean holdsIn(int release) {
      return from <= release && release < before;
    }
  }

  private static final Pattern LINE =
      Pattern.compile(
          "(?:@(\\d*)-(\\d*) )?(~ )?([A-Za-z]+\\.[A-Za-z0-9]+) \\((.*?)\\)(?: -> \\((.*)\\))?");

  private static final Pattern FIELD =
      Pattern.compile("([a-z0-9,*{}\\[\\]-]+) ([a-z0-9-]+)(?::([^=]+))?(=.*)?");

  private LayoutReader() {}

  static Line line(String text) {
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      throw new IllegalArgumentException("no line of the catalogue: " + text);
    }
    return new Line(
        line.group(4),
        release(line.group(1), 0),
        release(line.group(2), Integer.MAX_VALUE),
        layout(line.group(5)),
        layout(line.group(6)),
        line.group(3) != null);
  }

  private static int release(@Nullable String text, int otherwise) {
    return text == null || text.isEmpty() ? otherwise : Integer.parseInt(text);
  }

  private static Layout layout(@Nullable String text) {
    List<Field> fields = new ArrayList<>();
    if (text != null && !text.isEmpty()) {
      for (String field : text.split(", ", -1)) {
        fields.add(field(field));
      }
    }
    return new Layout(fields);
  }

  private static Field field(String text) {
    Matcher field = FIELD.matcher(text);
    if (!field.matches()) {
      throw new IllegalArgumentException("no field of the catalogue: " + text);
    }
    String form = field.group(1);
    WireType type =
        WireType.valueOf(form.replaceAll("^[\\[{]|[\\]}]$|\\[.*\\]$", "").toUpperCase(Locale.ROOT));
    Shape shape = shape(form);
    String counter =
        shape == Shape.TIMES ? form.substring(form.indexOf('[') + 1, form.length() - 1) : "";
    String unit = field.group(3) == null ? "" : field.group(3);
    return new Field(field.group(2), unit, type, shape, counter, missing(field.group(4), type));
  }

  private static Shape shape(String form) {
    if (form.startsWith("[")) {
      return Shape.COUNTED;
    } else if (form.startsWith("{")) {
      return Shape.SIZED;
    } else if (form.endsWith("[,]")) {
      return Shape.TABLE;
    } else if (form.endsWith("[*]")) {
      return Shape.REST;
    }
    return form.endsWith("]") ? Shape.TIMES : Shape.SINGLE;
  }

  private static Optional<Value> missing(@Nullable String text, WireType type) {
    if (text == null) {
      return Optional.empty();
    }
    String value = text.substring(1);
    return Optional.of(
        switch (type) {
          case U16, U32, I32 -> new Value.Whole(Long.parseLong(value));
          case F32, F64 -> new Value.Real(Double.parseDouble(value));
          case STR -> new Value.Texts(value.isEmpty() ? List.of() : List.of(value.split(" ", -1)));
        });
  }
}
