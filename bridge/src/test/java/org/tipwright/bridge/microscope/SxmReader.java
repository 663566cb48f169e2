package org.tipwright.bridge.microscope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Reads {@code .sxm} from its description alone, as strictly as the strictest public reader. */
final class SxmReader {

  private static final String END = ":SCANIT_END:\n";

  private final String header;
  private final ByteBuffer data;

  SxmReader(byte[] file) {
    String text = new String(file, ISO_8859_1);
    int end = text.indexOf(END);
    if (!text.startsWith(":NANONIS_VERSION:\n2\n") || end < 0 || text.charAt(end - 1) != '\n') {
      throw new IllegalArgumentException("no .sxm header");
    }
    header = text.substring(0, end);
    int at = end + END.length();
    // Two line ends and the marker, exactly four bytes, then the data.
    if (!text.startsWith("\n\n\u001a\u0004", at)) {
      throw new IllegalArgumentException("no data marker");
    }
    data = ByteBuffer.wrap(Arrays.copyOfRange(file, at + 4, file.length));
  }

  String value(String key) {
    int at = header.indexOf(":" + key + ":\n") + key.length() + 3;
    int next = header.indexOf("\n:", at);
    return header.substring(at, next < 0 ? header.length() : next);
  }

  double[] numbers(String key) {
    return Arrays.stream(value(key).strip().split("\\s+")).mapToDouble(Double::valueOf).toArray();
  }

  /** Name, unit and direction of each channel. */
  List<String> channels() {
    return Arrays.stream(value("DATA_INFO").strip().split("\n"))
        .skip(1)
        .map(row -> row.strip().split("\\s+"))
        .map(cells -> cells[1] + " " + cells[2] + " " + cells[3])
        .toList();
  }

  private int frameFloats() {
    double[] pixels = numbers("SCAN_PIXELS");
    return (int) (pixels[0] * pixels[1]);
  }

  int frames() {
    if (data.capacity() % (4 * frameFloats()) != 0) {
      throw new IllegalArgumentException("padding or a trailer");
    }
    return data.capacity() / 4 / frameFloats();
  }

  float[] frame(int index) {
    float[] frame = new float[frameFloats()];
    data.position(4 * index * frame.length).slice().asFloatBuffer().get(frame);
    return frame;
  }
}
