package org.tipwright.bridge.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** The bytes around a record, and the hash that ties it to all before it. */
final class Chain {

  /** First bytes of each file. */
  static final byte[] MAGIC = {'T', 'I', 'P', 'W', 'A', 'U', '0', '1'};

  /** Length and its checksum. */
  static final int HEAD = 8;

  /** A SHA-256. */
  static final int HASH = 32;

  /** The largest record; a message on the wire has at most 64 KiB. */
  static final int LARGEST = 1 << 20;

  private Chain() {}

  /** What stands before the first record of all. */
  static byte[] genesis() {
    return new byte[HASH];
  }

  /** The hash of a record after another. */
  static byte[] next(byte[] previous, byte[] record) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(previous);
      return digest.digest(record);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Checksum of a length, so that a torn entry can be told from a changed one. */
  static int check(int length) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(4).putInt(length).flip());
    return (int) crc.getValue();
  }

  static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
