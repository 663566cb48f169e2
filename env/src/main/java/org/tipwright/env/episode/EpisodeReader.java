package org.tipwright.env.episode;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tipwright.env.episode.v1.Entry;

/**
 * Reads an episode file up to its last whole entry before any damage: what a crash cut off is lost,
 * what stands before it is not.
 */
public final class EpisodeReader {

  private final Path file;
  private final ByteBuffer bytes;
  private final List<Entry> entries = new ArrayList<>();

  private EpisodeReader(Path file, byte[] bytes) {
    this.file = file;
    this.bytes = ByteBuffer.wrap(bytes);
  }

  /**
   * What can be read of a file.
   *
   * @throws IllegalArgumentException if there is no such file, it is no episode file, or not even
   *     its header can be read
   * @throws IOException if the disk does not give it
   */
  public static EpisodeRecord read(Path file) throws IOException {
    try {
      return new EpisodeReader(file, Files.readAllBytes(file)).read();
    } catch (NoSuchFileException missing) {
      throw new IllegalArgumentException(
          "there is no episode file '" + file + "'; give the path of a .episode file", missing);
    }
  }

  private EpisodeRecord read() {
    if (bytes.remaining() < Framing.MAGIC.length
        || Arrays.mismatch(Arrays.copyOf(bytes.array(), Framing.MAGIC.length), Framing.MAGIC)
            >= 0) {
      throw new IllegalArgumentException(
          "'" + file + "' is not an episode file: it does not start with TIPWEP01");
    }
    bytes.position(Framing.MAGIC.length);
    String damage = "";
    while (bytes.hasRemaining() && damage.isEmpty()) {
      damage = readEntry();
    }
    if (entries.isEmpty() || !entries.get(0).hasHeader()) {
      throw new IllegalArgumentException(
          "the header of '" + file + "' cannot be read" + (damage.isEmpty() ? "" : ": " + damage));
    }
    return new EpisodeRecord(
        entries.get(0).getHeader(), entries.subList(1, entries.size()), damage);
  }

  /** Reads one entry, or says why there is none. */
  private String readEntry() {
    int start = bytes.position();
    if (bytes.remaining() < Framing.BEFORE) {
      return cut(start);
    }
    int length = bytes.getInt();
    if (bytes.getInt() != Framing.checksum(bytes.array(), start, Integer.BYTES) || length < 0) {
      return damaged(start);
    }
    if (bytes.remaining() < (long) length + Framing.AFTER) {
      return cut(start);
    }
    byte[] message = new byte[length];
    bytes.get(message);
    if (bytes.getInt() != Framing.checksum(message, 0, length)) {
      return damaged(start);
    }
    try {
      entries.add(Entry.parseFrom(message));
      return "";
    } catch (InvalidProtocolBufferException unreadable) {
      return damaged(start);
    }
  }

  private String cut(int start) {
    return "entry " + entries.size() + " at byte " + start + " is cut off";
  }

  private String damaged(int start) {
    return "entry "
        + entries.size()
        + " at byte "
        + start
        + " is damaged: its checksum does not fit; nothing from there on is used";
  }
}
