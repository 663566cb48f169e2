package org.tipwright.bridge.nanonis;

import java.util.Locale;

/** What one element of a field is on the wire, big-endian. */
public enum WireType {
  /** Unsigned, 2 bytes. */
  U16(2),
  /** Unsigned, 4 bytes. */
  U32(4),
  /** Signed, 4 bytes. */
  I32(4),
  /** IEEE 754, 4 bytes. */
  F32(4),
  /** IEEE 754, 8 bytes. */
  F64(8),
  /** Its length in bytes as a signed 4-byte number, then the bytes; one character each. */
  STR(4);

  private final int leastBytes;

  WireType(int leastBytes) {
    this.leastBytes = leastBytes;
  }

  /** The size of an element in bytes; of a string, the least. */
  int leastBytes() {
    return leastBytes;
  }

  /** Whether it is an integer. */
  boolean whole() {
    return this == U16 || this == U32 || this == I32;
  }

  /** The least number an integer type can carry. */
  long least() {
    return this == I32 ? Integer.MIN_VALUE : 0;
  }

  /** The greatest number an integer type can carry. */
  long greatest() {
    return switch (this) {
      case U16 -> 0xffff;
      case U32 -> 0xffff_ffffL;
      default -> Integer.MAX_VALUE;
    };
  }

  /** As in the catalogue, such as {@code "f32"}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
