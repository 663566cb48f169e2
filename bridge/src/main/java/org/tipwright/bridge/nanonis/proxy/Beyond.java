package org.tipwright.bridge.nanonis.proxy;

import java.util.Optional;

/** A command of a script is not to be let through; the message says why. */
final class Beyond extends Exception {

  private static final long serialVersionUID = 1L;

  Beyond(String why) {
    super(why);
  }

  /** Throws if there is a reason. */
  static void ifAny(Optional<String> reason) throws Beyond {
    if (reason.isPresent()) {
      throw new Beyond(reason.get());
    }
  }

  /** Throws unless something holds. */
  static void unless(boolean holds, String why) throws Beyond {
    if (!holds) {
      throw new Beyond(why);
    }
  }
}
