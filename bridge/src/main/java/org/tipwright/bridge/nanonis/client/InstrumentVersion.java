package org.tipwright.bridge.nanonis.client;

import java.time.Duration;
import org.tipwright.bridge.nanonis.Answer;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.client.NanonisException.Kind;

/**
 * What an instrument says of its software.
 *
 * @param productLine such as {@code "Nanonis SPM Control Software"}
 * @param version such as {@code "Generic 5"}
 * @param hostRelease of the program on the computer
 * @param engineRelease of the real-time engine: decides on the layouts
 */
public record InstrumentVersion(
    String productLine, String version, long hostRelease, long engineRelease) {

  /**
   * Asks an instrument.
   *
   * @throws NanonisException if it does not say, as releases before 13742 cannot: its release must
   *     then be given by a person, never guessed
   */
  static InstrumentVersion of(NanonisConnection connection, Duration atMost)
      throws NanonisException {
    try {
      Answer answer =
          connection.ask(Catalogue.of(Catalogue.R13742).command("Util.VersionGet"), atMost);
      return new InstrumentVersion(
          answer.text("product-line"),
          answer.text("version"),
          answer.whole("host-release"),
          answer.whole("engine-release"));
    } catch (NanonisException failed) {
      if (failed.kind() != Kind.REFUSED) {
        throw failed;
      }
      throw new NanonisException(
          Kind.REFUSED,
          true,
          "the instrument at "
              + connection.address()
              + " does not tell its release; give it in the instrument's profile, as the layouts"
              + " of commands depend on it",
          failed);
    }
  }
}
