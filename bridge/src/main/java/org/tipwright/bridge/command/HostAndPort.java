package org.tipwright.bridge.command;

/**
 * Where something listens, as it is typed: {@code host:port}, an IPv6 address in brackets.
 *
 * @param host without brackets
 */
record HostAndPort(String host, int port) {

  /** The port of a watchdog unless told otherwise. */
  static final int USUAL_WATCHDOG_PORT = 7452;

  private static final int LARGEST_PORT = 65535;

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if it is anything else, in one sentence
   */
  static HostAndPort parse(String text) {
    int colon = text.lastIndexOf(':');
    try {
      int port = colon < 1 ? -1 : Integer.parseInt(text.substring(colon + 1));
      if (port >= 0 && port <= LARGEST_PORT) {
        String host = text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return new HostAndPort(bracketed ? host.substring(1, host.length() - 1) : host, port);
      }
    } catch (NumberFormatException noNumber) {
      // As below.
    }
    throw new IllegalArgumentException(
        "'" + text + "' is not host:port, such as 127.0.0.1:" + USUAL_WATCHDOG_PORT);
  }
}
