package org.tipwright.runs.metrics;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The framing of TensorBoard's event files, which is that of TFRecord: length (8 bytes), its masked
 * CRC-32C (4), the data, their masked CRC-32C (4), all little-endian.
 *
 * <p>The mask keeps a CRC of data that themselves hold CRCs from being weak: rotate right by 15
 * bits, add {@code 0xa282ead8}.
 */
final class EventRecords {

  private static final int HEAD = 12;
  private static final int TAIL = 4;

  private EventRecords() {}

  /** One record around {@code data}. */
  static byte[] frame(byte[] data) {
    ByteBuffer record =
        ByteBuffer.allocate(HEAD + data.length + TAIL).order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(data.length);
    record.putInt(maskedCrc(record.array(), 0, 8));
    record.put(data);
    record.putInt(maskedCrc(data, 0, data.length));
    return record.array();
  }

  /** The data of every record up to the first that was cut short or has a wrong checksum. */
  static List<byte[]> read(byte[] file) {
    List<byte[]> records = new ArrayList<>();
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.remaining() >= HEAD) {
      int start = buffer.position();
      long length = buffer.getLong();
      if (buffer.getInt() != maskedCrc(file, start, 8) || buffer.remaining() < length + TAIL) {
        break;
      }
      byte[] data = new byte[(int) length];
      buffer.get(data);
      if (buffer.getInt() != maskedCrc(data, 0, data.length)) {
        break;
      }
      records.add(data);
    }
    return records;
  }

  private static int maskedCrc(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset, length);
    return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
  }
}
