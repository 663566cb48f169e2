package org.tipwright.bridge.nanonis.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Listens as the vendor's software does: up to four ports, one client each, the commands of a port
 * in order and the ports at the same time.
 */
public final class NanonisServer implements AutoCloseable {

  private final List<PortListener> listeners;

  private NanonisServer(List<PortListener> listeners) {
    this.listeners = listeners;
  }

  /**
   * Listens from now on.
   *
   * @throws IOException if a port cannot be had; then none is listened on
   */
  public static NanonisServer start(ServerSettings settings, CommandHandler handler)
      throws IOException {
    List<PortListener> listeners = new ArrayList<>();
    try {
      for (int i = 0; i < settings.ports().size(); i++) {
        int index = i;
        listeners.add(
            new PortListener(
                settings.address(),
                settings.ports().get(i),
                (client, whenOver) ->
                    new Session(client, index, settings.catalogue(), handler, whenOver)));
      }
    } catch (IOException taken) {
      listeners.forEach(PortListener::close);
      throw new IOException(
          "port "
              + settings.ports().get(listeners.size())
              + " cannot be had: "
              + taken.getMessage(),
          taken);
    }
    listeners.forEach(PortListener::start);
    return new NanonisServer(listeners);
  }

  /** The ports that are listened on, in the order of the settings. */
  public List<Integer> ports() {
    return listeners.stream().map(PortListener::port).toList();
  }

  /** Hangs up on all clients, interrupts what is being carried out, and frees the ports. */
  @Override
  public void close() {
    listeners.forEach(PortListener::close);
  }
}
