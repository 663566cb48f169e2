package org.tipwright.env.episode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** How messages stand in an episode file; see {@code episode.proto}. */
final class Framing {

  /** First bytes of every episode file. */
  static final byte[] MAGIC = "TIPWEP01".getBytes(StandardCharsets.US_ASCII);

  /** Bytes before a message: its length and the checksum of the length. */
  static final int BEFORE = 2 * Integer.BYTES;

  /** Bytes after a message: its checksum. */
  static final int AFTER = Integer.BYTES;

  private Framing() {}

  /** A message as it stands in the file. */
  static byte[] framed(byte[] message) {
    ByteBuffer entry = ByteBuffer.allocate(BEFORE + message.length + AFTER);
    entry.putInt(message.length);
    entry.putInt(checksum(entry.array(), 0, Integer.BYTES));
    entry.put(message);
    entry.putInt(checksum(message, 0, message.length));
    return entry.array();
  }

  /** CRC-32C (Castagnoli) of some bytes. */
  static int checksum(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }
}
