package org.tipwright.bridge.nanonis.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.CommandLayout;
import org.tipwright.bridge.nanonis.Frames;
import org.tipwright.bridge.nanonis.Layout;
import org.tipwright.bridge.nanonis.MalformedException;
import org.tipwright.bridge.nanonis.RequestHeader;

/**
 * Cuts a stream of bytes into requests, wherever its segments begin and end. Memory is taken only
 * for bytes that have come, and only for a command that is known.
 */
final class RequestReader {

  /** No command's arguments are longer; what is, is skipped. */
  static final int MAX_ARGUMENT_BYTES = 1 << 20;

  private static final Layout NOTHING = new Layout(List.of());

  private final InputStream in;
  private final Catalogue catalogue;

  RequestReader(InputStream in, Catalogue catalogue) {
    this.in = in;
    this.catalogue = catalogue;
  }

  /**
   * The next request, or empty if the stream ended between two.
   *
   * @throws EOFException if it ended within one
   */
  Optional<Request> next() throws IOException {
    byte[] head = in.readNBytes(Frames.HEADER_BYTES);
    if (head.length == 0) {
      return Optional.empty();
    }
    if (head.length < Frames.HEADER_BYTES) {
      throw new EOFException("the client hung up within a header");
    }
    RequestHeader header = RequestHeader.read(head);
    return Optional.of(request(header));
  }

  private Request request(RequestHeader header) throws IOException {
    if (!header.bodyIsBounded()) {
      return wrong(
          header,
          NOTHING,
          String.format(
              "a body of %d bytes; at most %d are taken, so the connection is closed",
              header.bodyBytes(), Frames.MAX_REQUEST_BYTES));
    }
    Optional<CommandLayout> layout = catalogue.find(header.name());
    if (layout.isEmpty()) {
      skip(header.bodyBytes());
      return wrong(
          header,
          NOTHING,
          "release " + catalogue.release() + " knows no command " + printable(header.name()));
    }
    Layout returns = layout.get().returns();
    if (header.bodyBytes() > MAX_ARGUMENT_BYTES) {
      skip(header.bodyBytes());
      return wrong(header, returns, header.name() + ": a body of " + header.bodyBytes() + " bytes");
    }
    byte[] body = in.readNBytes(header.bodyBytes());
    if (body.length < header.bodyBytes()) {
      throw new EOFException("the client hung up within a body");
    }
    try {
      Command command = Command.read(layout.get(), body);
      return new Request(header, returns, Optional.of(command), "");
    } catch (MalformedException malformed) {
      return wrong(header, returns, String.valueOf(malformed.getMessage()));
    }
  }

  private static Request wrong(RequestHeader header, Layout returns, String why) {
    return new Request(header, returns, Optional.empty(), why);
  }

  private static String printable(String name) {
    return '\'' + name.replaceAll("[^ -~]", "?") + '\'';
  }

  private void skip(int bytes) throws IOException {
    try {
      in.skipNBytes(bytes);
    } catch (EOFException early) {
      throw new EOFException("the client hung up within a body");
    }
  }
}
