package org.tipwright.bridge.safety;

/** A command was not carried out. The message is one sentence: what, why, and what moved. */
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  /** Of what kind a refusal is. */
  public enum Kind {
    /** Not in this state, or not by this client. */
    STATE,
    /** No lease, an expired one, or somebody else's. */
    LEASE,
    /** A sequence number that is not above the last one seen. */
    SEQUENCE,
    /** Not a number, or nothing that could be meant. */
    MALFORMED,
    /** Beyond a limit. */
    LIMIT,
    /** Too many commands, waiting or per second. */
    RATE,
    /** The supervisor tripped while the command was under way. */
    TRIPPED
  }

  private final Kind kind;

  /** A refusal of a kind, with its sentence. */
  public Refusal(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Of what kind it is. */
  public Kind kind() {
    return kind;
  }
}
