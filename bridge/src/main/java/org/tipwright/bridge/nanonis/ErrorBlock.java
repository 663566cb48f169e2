package org.tipwright.bridge.nanonis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;

/**
 * The end of every response.
 *
 * @param failed whether the status is 1 rather than 0
 * @param text the description, empty if there is none
 */
record ErrorBlock(boolean failed, String text) {

  /** Status and length. */
  static final int HEAD_BYTES = 8;

  /** Reads the block, with which the body must end. */
  static ErrorBlock read(ByteBuffer body) throws MalformedException {
    if (body.remaining() < HEAD_BYTES) {
      throw new MalformedException(
          "an error block has at least 8 bytes, but " + body.remaining() + " are left");
    }
    int status = body.getInt();
    int length = body.getInt();
    if (status != 0 && status != 1) {
      throw new MalformedException("the error status is " + Integer.toUnsignedString(status));
    }
    if (length != body.remaining()) {
      throw new MalformedException(
          "an error text of " + length + " bytes, but " + body.remaining() + " are left");
    }
    byte[] text = new byte[length];
    body.get(text);
    return new ErrorBlock(status == 1, new String(text, ISO_8859_1));
  }
}
