package org.tipwright.bridge.client;

/**
 * A lift could not begin: so many approaches found nothing to hold. The tip is up, the bridge is
 * still armed, and no lift has been counted. The message is one sentence for people.
 */
public final class NoContactException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says so.
   *
   * @param approaches how many were made
   * @param why what the instrument said of the last
   */
  NoContactException(int approaches, String why) {
    super(
        "no contact in "
            + approaches
            + (approaches == 1 ? " approach: " : " approaches, the last one: ")
            + why
            + "; scan the site, and choose it anew if it is not as it was");
  }
}
