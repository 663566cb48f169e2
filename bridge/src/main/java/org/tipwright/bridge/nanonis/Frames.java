package org.tipwright.bridge.nanonis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * The header that requests and responses begin with: the name in 32 bytes, then sizes and flags.
 */
public final class Frames {

  /** Of a request and of a response. */
  public static final int HEADER_BYTES = 40;

  /** The most a body may have that is asked for: beyond, header and body cannot be told apart. */
  public static final int MAX_REQUEST_BYTES = 16 << 20;

  /** The most a body may have that is answered: a scan of 4096 by 4096 points, and some text. */
  public static final int MAX_RESPONSE_BYTES = (64 << 20) + (1 << 20);

  static final int NAME_BYTES = 32;

  private Frames() {}

  /** A command's name in 32 bytes, padded with zeros. */
  static byte[] nameField(String name) {
    byte[] ascii = name.getBytes(US_ASCII);
    if (ascii.length > NAME_BYTES) {
      throw new IllegalArgumentException("a command's name has at most 32 characters: " + name);
    }
    return Arrays.copyOf(ascii, NAME_BYTES);
  }

  /** The name in a header: up to the first zero. */
  static String name(byte[] header) {
    int length = 0;
    while (length < NAME_BYTES && header[length] != 0) {
      length++;
    }
    return new String(header, 0, length, ISO_8859_1);
  }
}
