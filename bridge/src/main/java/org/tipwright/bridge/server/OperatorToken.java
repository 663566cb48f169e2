package org.tipwright.bridge.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.certificates.OwnerOnlyFile;

/** The secret that makes a caller the operator; a new one for each start of a bridge. */
public final class OperatorToken {

  private final String secret;

  private OperatorToken(String secret) {
    this.secret = secret;
  }

  /** A new secret of 256 random bits. */
  public static OperatorToken create() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new OperatorToken(HexFormat.of().formatHex(bytes));
  }

  /** The secret itself, for the operator's client. */
  public String secret() {
    return secret;
  }

  /** Whether a caller's token is this one; takes the same time for every wrong one. */
  boolean is(@Nullable String presented) {
    return presented != null
        && MessageDigest.isEqual(
            presented.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes the secret to a new file that only its owner can read; an older file is replaced.
   *
   * @throws IOException if it cannot be written there
   */
  public void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.deleteIfExists(file);
    OwnerOnlyFile.create(file, secret);
  }

  @Override
  public String toString() {
    return "OperatorToken[secret]";
  }
}
