package org.tipwright.bridge.nanonis;

import java.io.IOException;

/** Bytes that are not what the protocol says. The message is one sentence: what, and where. */
public final class MalformedException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Says what does not add up. */
  public MalformedException(String message) {
    super(message);
  }
}
