package org.tipwright.bridge.console;

import java.util.Optional;

/** Keys become requests once they are confirmed; a question that is left open goes away. */
final class KeyBoard {

  /** For how long a question stays. */
  static final long OPEN_NANOS = 10_000_000_000L;

  private final Arming arming;
  private Optional<Request> asked = Optional.empty();
  private long askedAt;

  /** Keys of a console that arms for this. */
  KeyBoard(Arming arming) {
    this.arming = arming;
  }

  /** Takes a key; answers with what is to be done now. */
  Optional<Request> press(char key, long now) {
    char small = Character.toLowerCase(key);
    Optional<Request> open = open(now);
    asked = Optional.empty();
    if (open.isPresent() && small == open.get().confirmation()) {
      return open;
    }
    for (Request request : Request.values()) {
      boolean refusing = open.isPresent() && request != Request.STOP;
      if (small == request.key() && !refusing) {
        asked = Optional.of(request);
        askedAt = now;
      }
    }
    return Optional.empty();
  }

  /** What is to be confirmed, or empty. */
  String question(long now) {
    return open(now).map(request -> request.question(arming)).orElse("");
  }

  private Optional<Request> open(long now) {
    return asked.filter(request -> now - askedAt < OPEN_NANOS);
  }
}
