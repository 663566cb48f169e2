package org.tipwright.bridge.nanonis;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The first 40 bytes of a request.
 *
 * @param nameField the 32 bytes of the name as they came, to be echoed
 * @param bodyBytes size of the body as the client says, not yet judged
 * @param answer whether the client waits for an answer
 */
public record RequestHeader(byte[] nameField, int bodyBytes, boolean answer) {

  /** Reads a header of {@link Frames#HEADER_BYTES} bytes. */
  public static RequestHeader read(byte[] header) {
    ByteBuffer buffer = ByteBuffer.wrap(header);
    return new RequestHeader(
        Arrays.copyOf(header, Frames.NAME_BYTES),
        buffer.getInt(Frames.NAME_BYTES),
        buffer.getShort(Frames.NAME_BYTES + Integer.BYTES) != 0);
  }

  /** The name up to its first zero. */
  public String name() {
    return Frames.name(nameField);
  }

  /** Whether the body's size can be believed: only then is it known where the next header is. */
  public boolean bodyIsBounded() {
    return bodyBytes >= 0 && bodyBytes <= Frames.MAX_REQUEST_BYTES;
  }
}
