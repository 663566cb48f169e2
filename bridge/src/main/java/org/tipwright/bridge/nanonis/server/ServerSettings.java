package org.tipwright.bridge.nanonis.server;

import java.net.InetAddress;
import java.util.List;
import org.tipwright.bridge.nanonis.Catalogue;

/**
 * Where a server listens and which release it speaks.
 *
 * @param address to listen on
 * @param ports one to four; 0 is any that is free
 * @param catalogue of the release
 */
public record ServerSettings(InetAddress address, List<Integer> ports, Catalogue catalogue) {

  /** The ports that the vendor's software listens on as shipped. */
  public static final List<Integer> USUAL_PORTS = List.of(6501, 6502, 6503, 6504);

  public ServerSettings {
    ports = List.copyOf(ports);
    if (ports.isEmpty() || ports.size() > USUAL_PORTS.size()) {
      throw new IllegalArgumentException("a server has one to four ports, not " + ports.size());
    }
    for (int port : ports) {
      if (port < 0 || port > 0xffff) {
        throw new IllegalArgumentException("there is no port " + port);
      }
    }
  }

  /** The same in another release. */
  public ServerSettings speaking(Catalogue other) {
    return new ServerSettings(address, ports, other);
  }

  /** On this machine only. */
  public static ServerSettings loopback(List<Integer> ports, int release) {
    return new ServerSettings(InetAddress.getLoopbackAddress(), ports, Catalogue.of(release));
  }
}
