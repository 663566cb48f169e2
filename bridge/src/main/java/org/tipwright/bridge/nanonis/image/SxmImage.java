package org.tipwright.bridge.nanonis.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.tipwright.bridge.wire.SiUnits;

/** Reads the heights of a scan that was saved as Nanonis {@code .sxm}: its forward image of z. */
public final class SxmImage {

  private static final String END = ":SCANIT_END:";
  private static final String DATA_FOLLOW = "\u001a\u0004";
  private static final String HEIGHT = "Z";

  private final Path file;
  private final String header;

  private SxmImage(Path file, String header) {
    this.file = file;
    this.header = header;
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException in one sentence, if it cannot be read or shows no heights
   */
  public static HeightMap read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("the scan " + file + " cannot be read", unreadable);
    }
    String text = new String(bytes, ISO_8859_1);
    int end = text.indexOf(END);
    int data = text.indexOf(DATA_FOLLOW, Math.max(0, end));
    if (!text.startsWith(":NANONIS_VERSION:") || end < 0 || data < 0) {
      throw new IllegalArgumentException(file + " is no .sxm file of a scan");
    }
    int from = data + DATA_FOLLOW.length();
    return new SxmImage(file, text.substring(0, end))
        .map(ByteBuffer.wrap(bytes, from, bytes.length - from));
  }

  private HeightMap map(ByteBuffer data) {
    int pixels = (int) numbers("SCAN_PIXELS", 2)[0];
    int lines = (int) numbers("SCAN_PIXELS", 2)[1];
    long skipped = 4L * pixels * lines * framesBefore();
    if (pixels < 2 || lines < 2 || skipped + 4L * pixels * lines > data.remaining()) {
      throw wrong("SCAN_PIXELS");
    }
    double[] range = numbers("SCAN_RANGE", 2);
    double[] centre = numbers("SCAN_OFFSET", 2);
    var frame =
        new HeightMap.Frame(
            SiUnits.angstrom(centre[0]),
            SiUnits.angstrom(centre[1]),
            SiUnits.angstrom(range[0]),
            SiUnits.angstrom(range[1]),
            numbers("SCAN_ANGLE", 1)[0]);
    boolean up = value("SCAN_DIR").strip().equals("up");
    data.position(data.position() + (int) skipped);
    float[] heights = new float[pixels * lines];
    for (int line = 0; line < lines; line++) {
      int row = up ? line : lines - 1 - line;
      for (int pixel = 0; pixel < pixels; pixel++) {
        heights[row * pixels + pixel] = (float) SiUnits.angstrom(data.getFloat());
      }
    }
    return new HeightMap(frame, pixels, heights);
  }

  /** How many frames stand before that of the heights; a channel of both directions has two. */
  private int framesBefore() {
    int frames = 0;
    for (String row : value("DATA_INFO").strip().split("\n", -1)) {
      String[] cells = row.strip().split("\\s+", -1);
      if (cells.length < 4 || cells[0].equals("Channel")) {
        continue;
      }
      if (cells[1].equals(HEIGHT) && !cells[3].equals("backward")) {
        return frames;
      }
      frames += cells[3].equals("both") ? 2 : 1;
    }
    throw new IllegalArgumentException(
        "the scan " + file + " has no forward image of '" + HEIGHT + "'");
  }

  private double[] numbers(String key, int count) {
    double[] numbers;
    try {
      numbers =
          Arrays.stream(value(key).strip().split("\\s+", -1))
              .mapToDouble(Double::valueOf)
              .toArray();
    } catch (NumberFormatException unreadable) {
      throw wrong(key);
    }
    if (numbers.length != count) {
      throw wrong(key);
    }
    return numbers;
  }

  private String value(String key) {
    int at = header.indexOf(":" + key + ":\n");
    if (at < 0) {
      throw wrong(key);
    }
    int from = at + key.length() + 3;
    int next = header.indexOf("\n:", from);
    return header.substring(from, next < 0 ? header.length() : next);
  }

  private IllegalArgumentException wrong(String key) {
    return new IllegalArgumentException("the scan " + file + " has no usable " + key);
  }
}
