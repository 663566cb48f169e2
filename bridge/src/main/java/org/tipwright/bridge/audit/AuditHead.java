package org.tipwright.bridge.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The end of a log at some moment: whoever keeps it elsewhere finds out if records after that
 * moment are removed, or the whole log is written anew.
 *
 * @param number of the last record
 * @param hash of the chain up to it, in hexadecimal digits
 */
public record AuditHead(long number, String hash) {

  /**
   * Reads {@code number:hash}.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static AuditHead parse(String text) {
    int colon = text.indexOf(':');
    try {
      String hash = text.substring(colon + 1).strip();
      if (colon > 0 && HexFormat.of().parseHex(hash).length == Chain.HASH) {
        return new AuditHead(Long.parseLong(text.substring(0, colon).strip()), hash);
      }
    } catch (IllegalArgumentException unreadable) {
      // Told below.
    }
    throw new IllegalArgumentException(
        "'" + text.strip() + "' is not the head of an audit log; it is written number:hash");
  }

  /** The head that stands in a folder, if there is one. */
  static Optional<AuditHead> read(Path folder) throws IOException {
    Path file = AuditFolder.head(folder);
    return Files.exists(file) ? Optional.of(parse(Files.readString(file))) : Optional.empty();
  }

  /** Replaces the head of a folder, all at once. */
  void write(Path folder) throws IOException {
    Path aside = folder.resolve("head.new");
    Files.write(aside, (this + "\n").getBytes(StandardCharsets.UTF_8));
    Files.move(
        aside,
        AuditFolder.head(folder),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public String toString() {
    return number + ":" + hash;
  }
}
