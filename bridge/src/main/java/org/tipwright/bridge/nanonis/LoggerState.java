package org.tipwright.bridge.nanonis;

/** What the logger does, numbered by position as in its packets and in {@code TCPLog.StatusGet}. */
public enum LoggerState {
  /** No client is connected to the logger's port. */
  DISCONNECTED,
  /** A client is connected and nothing is sent. */
  IDLE,
  /** About to send. */
  START,
  /** About to stop sending. */
  STOP,
  /** Sending. */
  RUNNING,
  /** A client is being connected. */
  CONNECT,
  /** A client is being disconnected. */
  DISCONNECT,
  /** The client did not read as fast as samples came, and some were lost. */
  OVERFLOW;

  /** The number on the wire. */
  public int code() {
    return ordinal();
  }

  /** The state of a number on the wire. */
  static LoggerState of(int code) throws MalformedException {
    if (code < 0 || code >= values().length) {
      throw new MalformedException("the logger has no state " + code);
    }
    return values()[code];
  }
}
