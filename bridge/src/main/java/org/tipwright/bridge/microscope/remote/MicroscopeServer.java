package org.tipwright.bridge.microscope.remote;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.tipwright.bridge.microscope.Microscope;
import org.tipwright.bridge.microscope.MicroscopePacer;
import org.tipwright.bridge.nanonis.server.LoggerServer;
import org.tipwright.bridge.nanonis.server.NanonisServer;
import org.tipwright.bridge.nanonis.server.ServerSettings;

/** A simulated microscope on the ports of the Nanonis protocol, on this machine only. */
public final class MicroscopeServer implements AutoCloseable {

  /** So many samples may wait for a slow client of the logger: a second of the fastest. */
  private static final int WAITING_PACKETS = 10_000;

  private final MicroscopePacer pacer;
  private final LoggerServer logger;
  private final NanonisServer server;

  private MicroscopeServer(MicroscopePacer pacer, LoggerServer logger, NanonisServer server) {
    this.pacer = pacer;
    this.logger = logger;
    this.server = server;
  }

  /**
   * Listens from now on, and lets the microscope's time pass.
   *
   * @param ports one to four; 0 is any that is free
   * @param loggerPort of the logger's stream; 0 is any that is free
   * @param release whose layouts are spoken
   * @throws IOException if a port cannot be had; then none is listened on
   */
  public static MicroscopeServer start(
      Microscope microscope, List<Integer> ports, int loggerPort, int release) throws IOException {
    ServerSettings settings = ServerSettings.loopback(ports, release);
    LoggerServer logger = logger(loggerPort);
    try {
      NanonisServer server =
          NanonisServer.start(settings, new RemoteControl(microscope, logger, release));
      return new MicroscopeServer(new MicroscopePacer(microscope), logger, server);
    } catch (IOException taken) {
      logger.close();
      throw taken;
    }
  }

  private static LoggerServer logger(int port) throws IOException {
    try {
      return new LoggerServer(InetAddress.getLoopbackAddress(), port, WAITING_PACKETS);
    } catch (IOException taken) {
      throw new IOException("port " + port + " cannot be had: " + taken.getMessage(), taken);
    }
  }

  /** The ports of the commands. */
  public List<Integer> ports() {
    return server.ports();
  }

  /** The port of the logger's stream. */
  public int loggerPort() {
    return logger.port();
  }

  @Override
  public void close() {
    server.close();
    logger.close();
    pacer.close();
  }
}
