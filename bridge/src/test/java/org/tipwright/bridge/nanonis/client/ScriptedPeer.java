package org.tipwright.bridge.nanonis.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers every request with the same bytes, right or wrong, and keeps what came. */
final class ScriptedPeer implements AutoCloseable {

  /** Writes an answer. */
  interface Script {
    void answer(OutputStream out) throws IOException, InterruptedException;
  }

  /** How many bytes each connection has brought. */
  final List<ByteArrayOutputStream> received = new CopyOnWriteArrayList<>();

  private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final Script script;

  ScriptedPeer(Script script) throws IOException {
    this.script = script;
    Thread thread = new Thread(this::run, "scripted-peer");
    thread.setDaemon(true);
    thread.start();
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), listening.getLocalPort());
  }

  private void run() {
    while (!listening.isClosed()) {
      try (Socket client = listening.accept()) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        received.add(bytes);
        InputStream in = client.getInputStream();
        byte[] header;
        while ((header = in.readNBytes(40)).length == 40) {
          bytes.write(header);
          bytes.write(in.readNBytes(ByteBuffer.wrap(header).getInt(32)));
          script.answer(client.getOutputStream());
        }
      } catch (IOException | InterruptedException gone) {
        // The next connection, or the end of the test.
      }
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
