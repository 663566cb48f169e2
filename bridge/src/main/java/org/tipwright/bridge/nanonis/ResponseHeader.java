package org.tipwright.bridge.nanonis;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The first 40 bytes of a response.
 *
 * @param bodyBytes size of the body, at least that of an error block and bounded
 */
public record ResponseHeader(int bodyBytes) {

  /** Its size. */
  public static final int BYTES = Frames.HEADER_BYTES;

  /**
   * Reads the header of the response to a command.
   *
   * @throws MalformedException if it is another command's, or its body cannot have that size
   */
  public static ResponseHeader read(byte[] header, Command command) throws MalformedException {
    if (!Arrays.equals(
        header, 0, Frames.NAME_BYTES, Frames.nameField(command.name()), 0, Frames.NAME_BYTES)) {
      throw new MalformedException(
          "the answer is to '" + Frames.name(header).replaceAll("[^ -~]", "?") + "'");
    }
    int bodyBytes = ByteBuffer.wrap(header).getInt(Frames.NAME_BYTES);
    if (bodyBytes < ErrorBlock.HEAD_BYTES || bodyBytes > Frames.MAX_RESPONSE_BYTES) {
      throw new MalformedException("a response body of " + bodyBytes + " bytes");
    }
    return new ResponseHeader(bodyBytes);
  }
}
