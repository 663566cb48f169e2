package org.tipwright.bridge.nanonis.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A client written from the description of the protocol alone; it knows nothing of our codec. */
public final class GenericClient implements AutoCloseable {

  private final Socket socket;
  private final DataInputStream in;

  /** Connects to a port of this machine. */
  public GenericClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(10_000);
    in = new DataInputStream(socket.getInputStream());
  }

  /** Arguments one after the other: Short, Integer, Float, Double, or a string with its length. */
  public static byte[] pack(Object... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream body = new DataOutputStream(bytes);
    try {
      for (Object argument : arguments) {
        if (argument instanceof Short number) {
          body.writeShort(number);
        } else if (argument instanceof Integer number) {
          body.writeInt(number);
        } else if (argument instanceof Float number) {
          body.writeFloat(number);
        } else if (argument instanceof Double number) {
          body.writeDouble(number);
        } else if (argument instanceof String text) {
          body.writeInt(text.length());
          body.writeBytes(text);
        } else {
          throw new IllegalArgumentException(String.valueOf(argument));
        }
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }

  /** A whole request. */
  public static byte[] request(String name, boolean answer, byte[] body) {
    return request(name, answer, body.length, body);
  }

  /** A request whose header may say something else about the body than is true. */
  public static byte[] request(String name, boolean answer, int bodyBytes, byte[] body) {
    ByteBuffer request = ByteBuffer.allocate(40 + body.length);
    request.put(Arrays.copyOf(name.getBytes(US_ASCII), 32));
    request.putInt(bodyBytes).putShort((short) (answer ? 1 : 0)).putShort((short) 0).put(body);
    return request.array();
  }

  /** Sends bytes as they are, in one segment. */
  public void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Sends a request and returns the body of the response. */
  public ByteBuffer call(String name, Object... arguments) throws IOException {
    send(request(name, true, pack(arguments)));
    return response(name);
  }

  /** Reads a response, whose header must repeat the name. */
  public ByteBuffer response(String name) throws IOException {
    byte[] header = new byte[40];
    in.readFully(header);
    String echoed = new String(header, 0, 32, US_ASCII).trim();
    if (!echoed.equals(name)) {
      throw new IOException("asked " + name + ", answered " + echoed);
    }
    byte[] body = new byte[ByteBuffer.wrap(header).getInt(32)];
    in.readFully(body);
    return ByteBuffer.wrap(body);
  }

  /** The text of the error block at the end of a body, after so many bytes of values. */
  public static String error(ByteBuffer body, int valueBytes) {
    body.position(valueBytes);
    int status = body.getInt();
    byte[] text = new byte[body.getInt()];
    body.get(text);
    if (body.hasRemaining() || (status == 0) != (text.length == 0)) {
      throw new IllegalStateException("no error block: " + body);
    }
    return new String(text, US_ASCII);
  }

  /** Whether the server has hung up, or does within so many milliseconds. */
  public boolean hungUp(int withinMillis) throws IOException {
    socket.setSoTimeout(withinMillis);
    try {
      return in.read() < 0;
    } catch (java.net.SocketTimeoutException silent) {
      return false;
    } catch (java.net.SocketException reset) {
      return true;
    } finally {
      socket.setSoTimeout(10_000);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
