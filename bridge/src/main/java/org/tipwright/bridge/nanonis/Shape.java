package org.tipwright.bridge.nanonis;

/** How many elements a field has, and how the wire says so. */
public enum Shape {
  /** {@code T}: one. */
  SINGLE,
  /** {@code [T]}: a count, then the elements; before the count of strings, their total bytes. */
  COUNTED,
  /** {@code {str}}: the total bytes of the strings, then the strings without a count. */
  SIZED,
  /** {@code T[,]}: rows and columns, then the elements row by row. */
  TABLE,
  /** {@code T[n]}: as many as the earlier field {@code n} says. */
  TIMES,
  /** {@code T[*]}: to the end of the body. */
  REST
}
