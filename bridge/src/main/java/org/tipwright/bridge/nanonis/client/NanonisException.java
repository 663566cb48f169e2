package org.tipwright.bridge.nanonis.client;

import java.io.IOException;

/** A command was refused, or its answer is missing or makes no sense. One sentence for people. */
public final class NanonisException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Kind {
    /** The instrument answered that it did not carry the command out. The connection is kept. */
    REFUSED,
    /** No whole answer came in time. The connection is closed. */
    NO_ANSWER,
    /** What came is not the answer that the protocol says. The connection is closed. */
    MALFORMED,
    /** The connection could not be made, was lost, or had been closed before. */
    CONNECTION
  }

  private final Kind kind;
  private final boolean sent;

  NanonisException(Kind kind, boolean sent, String message) {
    super(message);
    this.kind = kind;
    this.sent = sent;
  }

  NanonisException(Kind kind, boolean sent, String message, IOException cause) {
    super(message, cause);
    this.kind = kind;
    this.sent = sent;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /**
   * Whether the command may have been carried out all the same. Then it must not be given again
   * before the instrument's state was read.
   */
  public boolean mayHaveBeenCarriedOut() {
    return sent && kind != Kind.REFUSED;
  }
}
