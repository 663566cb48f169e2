package org.tipwright.bridge.microscope.remote;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Requests and the forms of their answers, from a text that knows nothing of our codec. */
final class Conversation {

  /** One request. */
  record Turn(String name, boolean refused, List<String> arguments, List<String> returns) {

    byte[] body() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      for (String argument : arguments) {
        String value = argument.substring(1);
        switch (argument.charAt(0)) {
          case 'h' -> out.writeShort(Integer.parseInt(value));
          case 'i' -> out.writeInt(Integer.parseInt(value));
          case 'f' -> out.writeFloat(Float.parseFloat(value));
          case 'd' -> out.writeDouble(Double.parseDouble(value));
          case 's' -> {
            out.writeInt(value.length());
            out.writeBytes(value);
          }
          default -> throw new IllegalStateException(argument);
        }
      }
      return bytes.toByteArray();
    }

    /** Takes the return values off a body; what is left is the error block. */
    void takeFrom(ByteBuffer body) {
      int count = body.remaining() >= 4 ? body.getInt(0) : 0;
      for (String type : returns) {
        take(type, body, count);
      }
    }

    private static void take(String type, ByteBuffer body, int count) {
      switch (type) {
        case "h" -> body.getShort();
        case "i", "f" -> body.getInt();
        case "d" -> body.getDouble();
        case "s" -> string(body);
        case "[i]", "[f]" -> skip(body, 4 * body.getInt());
        case "f," -> skip(body, 4 * body.getInt() * body.getInt());
        case "n*f", "n*i" -> skip(body, 4 * count);
        case "[s]" -> {
          int total = body.getInt();
          int strings = body.getInt();
          int start = body.position();
          for (int i = 0; i < strings; i++) {
            string(body);
          }
          if (body.position() - start != total) {
            throw new IllegalStateException("a total of " + total);
          }
        }
        case "{s}" -> skip(body, body.getInt());
        default -> throw new IllegalStateException(type);
      }
    }

    private static void string(ByteBuffer body) {
      skip(body, body.getInt());
    }

    private static void skip(ByteBuffer body, int bytes) {
      body.position(body.position() + bytes);
    }
  }

  private Conversation() {}

  static List<Turn> read() throws IOException {
    try (InputStream in = Conversation.class.getResourceAsStream("conversation.txt")) {
      return new String(in.readAllBytes(), ISO_8859_1)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Conversation::turn)
          .toList();
    }
  }

  private static Turn turn(String line) {
    String[] sides = line.split(" -> ");
    List<String> words = Arrays.asList(sides[0].split(" "));
    boolean refused = words.get(0).startsWith("!");
    return new Turn(
        refused ? words.get(0).substring(1) : words.get(0),
        refused,
        words.subList(1, words.size()),
        sides[1].equals("-") ? List.of() : Arrays.asList(sides[1].split(" ")));
  }
}
