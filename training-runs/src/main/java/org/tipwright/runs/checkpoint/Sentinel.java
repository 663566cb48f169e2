package org.tipwright.runs.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The last file of a checkpoint, {@code DONE}: name, length and CRC-32C of every other one. */
final class Sentinel {

  static final String NAME = "DONE";

  private Sentinel() {}

  /** One line per file, in the order of the names. */
  static byte[] of(SortedMap<String, byte[]> files) {
    StringBuilder lines = new StringBuilder();
    files.forEach((name, bytes) -> lines.append(line(name, bytes)).append('\n'));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What is wrong with the files, or null if they are what was written. */
  static @Nullable String mismatch(SortedMap<String, byte[]> files, byte[] sentinel) {
    SortedMap<String, String> promised = new TreeMap<>();
    new String(sentinel, StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> promised.put(line.substring(0, Math.max(0, line.indexOf(' '))), line));
    for (Map.Entry<String, String> entry : promised.entrySet()) {
      byte[] bytes = files.get(entry.getKey());
      if (bytes == null) {
        return entry.getKey() + " is missing";
      }
      if (!entry.getValue().equals(line(entry.getKey(), bytes))) {
        return entry.getKey() + " is not what was written";
      }
    }
    return promised.keySet().equals(files.keySet()) ? null : NAME + " does not list every file";
  }

  private static String line(String name, byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return String.format(Locale.ROOT, "%s %d %08x", name, bytes.length, crc.getValue());
  }
}
