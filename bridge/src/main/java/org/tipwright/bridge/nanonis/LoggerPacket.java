package org.tipwright.bridge.nanonis;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One sample of all logged channels: u32 channel count, f32 oversampling, u64 counter, u16 state,
 * then an f32 per channel.
 *
 * @param oversampling as sent, not interpreted
 * @param counter of samples since the start, so that a gap shows what was lost
 * @param state of the logger
 * @param channels in SI units, in the order in which they were chosen
 */
public record LoggerPacket(float oversampling, long counter, LoggerState state, float[] channels) {

  /** Before the channels. */
  public static final int HEADER_BYTES = 18;

  /** The most channels a packet may have: all signals. */
  public static final int MAX_CHANNELS = 128;

  public LoggerPacket {
    if (channels.length > MAX_CHANNELS) {
      throw new IllegalArgumentException(
          "a packet has at most " + MAX_CHANNELS + " channels, not " + channels.length);
    }
    channels = channels.clone();
  }

  @Override
  public float[] channels() {
    return channels.clone();
  }

  /** The bytes on the wire. */
  public byte[] bytes() {
    ByteBuffer packet = ByteBuffer.allocate(HEADER_BYTES + channels.length * Float.BYTES);
    packet.putInt(channels.length).putFloat(oversampling).putLong(counter);
    packet.putShort((short) state.code());
    packet.asFloatBuffer().put(channels);
    return packet.array();
  }

  /** How many bytes follow a header of {@link #HEADER_BYTES} bytes. */
  public static int bodyBytes(byte[] header) throws MalformedException {
    int channels = ByteBuffer.wrap(header).getInt();
    if (channels < 0 || channels > MAX_CHANNELS) {
      throw new MalformedException(
          "a logger packet of " + Integer.toUnsignedString(channels) + " channels");
    }
    return channels * Float.BYTES;
  }

  /** Reads a packet whose body has the size that its header says. */
  public static LoggerPacket read(byte[] header, byte[] body) throws MalformedException {
    if (body.length != bodyBytes(header)) {
      throw new MalformedException("a logger packet's body of " + body.length + " bytes");
    }
    ByteBuffer head = ByteBuffer.wrap(header).position(Integer.BYTES);
    float[] channels = new float[body.length / Float.BYTES];
    ByteBuffer.wrap(body).asFloatBuffer().get(channels);
    return new LoggerPacket(
        head.getFloat(),
        head.getLong(),
        LoggerState.of(Short.toUnsignedInt(head.getShort())),
        channels);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LoggerPacket packet
        && Float.compare(oversampling, packet.oversampling) == 0
        && counter == packet.counter
        && state == packet.state
        && Arrays.equals(channels, packet.channels);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(counter) * 31 + Arrays.hashCode(channels);
  }
}
