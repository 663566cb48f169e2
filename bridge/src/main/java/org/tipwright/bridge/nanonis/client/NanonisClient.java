package org.tipwright.bridge.nanonis.client;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import org.tipwright.bridge.nanonis.Answer;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.client.NanonisException.Kind;

/**
 * An instrument over the connections that a process has to it, one for each role that it plays. The
 * layouts are those of the release that the instrument tells.
 */
public final class NanonisClient implements AutoCloseable {

  private final Map<Role, NanonisConnection> connections;
  private final Catalogue catalogue;
  private final SignalNames signals;

  private NanonisClient(
      Map<Role, NanonisConnection> connections, Catalogue catalogue, SignalNames signals) {
    this.connections = connections;
    this.catalogue = catalogue;
    this.signals = signals;
  }

  /**
   * Connects, asks for the release and for the names of the signals.
   *
   * @param addresses of the roles that this process plays
   * @param release of the real-time engine, for instruments too old to tell; one that tells another
   *     is refused
   * @param atMost for each connection and question
   */
  public static NanonisClient connect(
      Map<Role, InetSocketAddress> addresses, OptionalInt release, Duration atMost)
      throws NanonisException {
    Map<Role, NanonisConnection> connections = new EnumMap<>(Role.class);
    try {
      for (Map.Entry<Role, InetSocketAddress> entry : addresses.entrySet()) {
        connections.put(entry.getKey(), NanonisConnection.connect(entry.getValue(), atMost));
      }
      NanonisConnection first = connections.values().iterator().next();
      Catalogue catalogue = Catalogue.of(release(first, release, atMost));
      SignalNames signals =
          new SignalNames(first.ask(catalogue.command("Signals.NamesGet"), atMost).texts("names"));
      return new NanonisClient(Collections.unmodifiableMap(connections), catalogue, signals);
    } catch (NanonisException failed) {
      connections.values().forEach(NanonisConnection::close);
      throw failed;
    }
  }

  private static int release(NanonisConnection connection, OptionalInt expected, Duration atMost)
      throws NanonisException {
    long told;
    try {
      told = InstrumentVersion.of(connection, atMost).engineRelease();
    } catch (NanonisException failed) {
      if (failed.kind() == Kind.REFUSED && expected.isPresent()) {
        return expected.getAsInt();
      }
      throw failed;
    }
    if (told > Integer.MAX_VALUE || (expected.isPresent() && expected.getAsInt() != told)) {
      throw new NanonisException(
          Kind.MALFORMED,
          true,
          "the instrument tells release " + told + ", not " + expected.orElse(0) + " as expected");
    }
    return (int) told;
  }

  /** The layouts in use. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** The signals by name. */
  public SignalNames signals() {
    return signals;
  }

  /** The connection of a role. */
  public NanonisConnection connection(Role role) {
    NanonisConnection connection = connections.get(role);
    if (connection == null) {
      throw new IllegalStateException("this process has no connection for " + role);
    }
    return connection;
  }

  /**
   * Sends a command and waits for its values.
   *
   * @param arguments in the order of the command's layout
   */
  public Answer ask(Role role, Duration atMost, String command, Object... arguments)
      throws NanonisException {
    return connection(role).ask(catalogue.command(command, arguments), atMost);
  }

  /** Hangs up on all connections, for good. */
  @Override
  public void close() {
    connections.values().forEach(NanonisConnection::end);
  }
}
