package org.tipwright.bridge.microscope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes scans as Nanonis {@code .sxm}: a text header with LF line ends, the bytes 1A 04, then
 * big-endian float32, each channel forward, then backward and mirrored, lines in the order of
 * acquisition, NaN where a line was not taken.
 */
final class SxmFile {

  private static final byte[] DATA_FOLLOW = {0x1a, 0x04};
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private SxmFile() {}

  /** Writes a scan beside its name first, so that a file of that name is always whole. */
  static void write(Path file, FinishedScan scan, LocalDateTime started, Controller state)
      throws IOException {
    byte[] header = header(file, scan, started, state).getBytes(ISO_8859_1);
    ScanBuffer buffer = scan.buffer();
    int frames = 2 * buffer.channels().size();
    int floats = frames * buffer.pixels() * buffer.lines();
    ByteBuffer bytes =
        ByteBuffer.allocate(header.length + DATA_FOLLOW.length + Float.BYTES * floats);
    bytes.put(header).put(DATA_FOLLOW);
    for (int channel = 0; channel < buffer.channels().size(); channel++) {
      put(bytes, buffer.forFile(channel, true));
      put(bytes, buffer.forFile(channel, false));
    }
    Path aside = file.resolveSibling(file.getFileName() + ".part");
    Files.write(aside, bytes.array());
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void put(ByteBuffer bytes, float[] values) {
    for (float value : values) {
      bytes.putFloat(value);
    }
  }

  private static String header(
      Path file, FinishedScan scan, LocalDateTime started, Controller state) {
    ScanFrameSettings frame = scan.frame();
    ScanBuffer buffer = scan.buffer();
    ZController z = state.z();
    StringBuilder text = new StringBuilder();
    key(text, "NANONIS_VERSION", "2");
    key(text, "SCANIT_TYPE", "              FLOAT            MSBFIRST");
    key(text, "REC_DATE", " " + DATE.format(started));
    key(text, "REC_TIME", TIME.format(started));
    key(text, "REC_TEMP", number(state.specimen().kelvin()));
    key(text, "ACQ_TIME", String.format(Locale.ROOT, "%13.1f", scan.elapsedSeconds()));
    key(text, "SCAN_PIXELS", String.format(Locale.ROOT, "%8d%8d", buffer.pixels(), buffer.lines()));
    key(text, "SCAN_FILE", file.toString());
    key(text, "SCAN_TIME", pair(scan.speed().forwardSeconds(), scan.speed().backwardSeconds()));
    key(text, "SCAN_RANGE", pair(metres(frame.widthAngstrom()), metres(frame.heightAngstrom())));
    key(
        text,
        "SCAN_OFFSET",
        pair(metres(frame.centreXAngstrom()), metres(frame.centreYAngstrom())));
    key(text, "SCAN_ANGLE", number(frame.angleDegrees()));
    key(text, "SCAN_DIR", scan.up() ? "up" : "down");
    key(text, "BIAS", number(state.bias().targetVolt()));
    key(
        text,
        "Z-CONTROLLER",
        "\tName\ton\tSetpoint\tP-gain\tI-gain\tT-const\n\t"
            + String.join(
                "\t",
                z.controllers().get(0),
                z.on() ? "1" : "0",
                number(Si.ampere(z.setpointNanoampere())) + " A",
                number(metres(z.proportionalAngstrom())) + " m",
                number(metres(z.proportionalAngstrom() / z.timeSeconds())) + " m/s",
                number(z.timeSeconds()) + " s"));
    key(text, "COMMENT", oneLine(scan.properties().comment()));
    key(text, "NanonisMain>RT Release", Integer.toString(Session.RELEASE));
    key(text, "Bias>Bias (V)", number(state.bias().targetVolt()));
    key(text, "Z-Controller>Setpoint", number(Si.ampere(z.setpointNanoampere())));
    key(
        text,
        "Scan>Scanfield",
        String.join(
            ";",
            number(metres(frame.centreXAngstrom())),
            number(metres(frame.centreYAngstrom())),
            number(metres(frame.widthAngstrom())),
            number(metres(frame.heightAngstrom())),
            number(frame.angleDegrees())));
    key(text, "DATA_INFO", channels(buffer.channels()));
    return text.append("\n:SCANIT_END:\n\n\n").toString();
  }

  private static String channels(List<Integer> channels) {
    StringBuilder table =
        new StringBuilder("\tChannel\tName\tUnit\tDirection\tCalibration\tOffset");
    for (int channel : channels) {
      String name = SignalTable.allNames().get(channel);
      int unit = name.lastIndexOf(" (");
      table
          .append("\n\t")
          .append(channel)
          .append('\t')
          .append(name.substring(0, unit).replace(' ', '_'))
          .append('\t')
          .append(name, unit + 2, name.length() - 1)
          .append("\tboth\t1.000E+0\t0.000E+0");
    }
    return table.toString();
  }

  private static void key(StringBuilder text, String key, String value) {
    text.append(':').append(key).append(":\n").append(value).append('\n');
  }

  /** A line that began with a colon would be read as a key. */
  private static String oneLine(String comment) {
    return comment.replaceAll("\\R", " ").replaceFirst("^:", " :");
  }

  private static String pair(double first, double second) {
    return String.format(Locale.ROOT, "%16s%16s", number(first), number(second));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6E", value);
  }

  private static double metres(double angstrom) {
    return Si.metres(angstrom);
  }

  /** The wall clock's idea of a moment in instrument time. */
  static LocalDateTime at(LocalDateTime start, double seconds) {
    return LocalDateTime.ofEpochSecond(
        start.toEpochSecond(ZoneOffset.UTC) + (long) seconds, 0, ZoneOffset.UTC);
  }
}
