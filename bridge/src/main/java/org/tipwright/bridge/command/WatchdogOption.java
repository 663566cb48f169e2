package org.tipwright.bridge.command;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.certificates.TlsFolder;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.safety.MonotonicClock;
import org.tipwright.bridge.safety.Watchdog;
import org.tipwright.bridge.watchdog.WatchdogLink;
import picocli.CommandLine.Option;

/** Which watchdog a bridge has, or that it is to do without. */
final class WatchdogOption {

  @Option(
      names = "--watchdog",
      paramLabel = "<host:port>",
      description =
          "The watchdog beside the instrument ('bridge watchdog'): nothing is armed without it.")
  private @Nullable String watchdog;

  @Option(
      names = "--watchdog-tls",
      paramLabel = "<folder>",
      description = "A certificate with the role supervisor, for a watchdog that asks for one.")
  private @Nullable Path tls;

  @Option(
      names = "--without-watchdog",
      description =
          "Drive an instrument without one: if this program dies, the tip stays where it is.")
  private boolean without;

  /**
   * The bridge's end of it; none where none is needed or wanted.
   *
   * @param instrument whose watchdog it is
   * @param outlives whether the instrument goes on when this process dies
   * @throws IllegalArgumentException if there is neither a watchdog nor the word that there is
   *     none, in one sentence
   */
  Watchdog open(String instrument, boolean outlives, LimitProfile profile) {
    if (watchdog != null && without) {
      throw new IllegalArgumentException("--watchdog and --without-watchdog contradict each other");
    }
    if (tls != null && watchdog == null) {
      throw new IllegalArgumentException("--watchdog-tls goes with --watchdog");
    }
    if (watchdog == null) {
      if (outlives && !without) {
        throw new IllegalArgumentException(
            "instrument '"
                + instrument
                + "' goes on when the bridge dies, and leaves its tip in contact: start 'tipwright"
                + " bridge watchdog' beside it and give --watchdog host:port, or say"
                + " --without-watchdog");
      }
      return Watchdog.NONE;
    }
    HostAndPort at = HostAndPort.parse(watchdog);
    String host = at.host().contains(":") ? "[" + at.host() + "]" : at.host();
    return new WatchdogLink(
        new BridgeAddress(host, at.port(), Optional.ofNullable(tls).map(TlsFolder::read)),
        "bridge to '" + instrument + "', process " + ProcessHandle.current().pid(),
        profile.lease(),
        MonotonicClock.ofThisMachine());
  }

  /** What an operator has to know of it; nothing where none is needed. */
  Optional<String> words(boolean outlives) {
    if (watchdog != null) {
      return Optional.of("watchdog: " + watchdog + "; nothing is armed without it");
    }
    return outlives
        ? Optional.of(
            "WARNING: no watchdog. If this program or this machine dies with the tip in contact,"
                + " the tip STAYS in contact until somebody withdraws it by hand.")
        : Optional.empty();
  }
}
