package org.tipwright.agents.kernel;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Arrays of floats as bytes: the length, then each float big-endian. */
public final class FloatArrays {

  private static final int CHUNK = 1 << 14;

  private FloatArrays() {}

  /** Writes a whole array. */
  public static void write(DataOutput out, float[] values) throws IOException {
    write(out, values, 0, values.length);
  }

  /** Writes {@code count} values from {@code from} on. */
  public static void write(DataOutput out, float[] values, int from, int count) throws IOException {
    out.writeInt(count);
    byte[] bytes = new byte[4 * Math.min(CHUNK, count)];
    for (int done = 0; done < count; done += CHUNK) {
      int n = Math.min(CHUNK, count - done);
      ByteBuffer.wrap(bytes).asFloatBuffer().put(values, from + done, n);
      out.write(bytes, 0, 4 * n);
    }
  }

  /**
   * Fills a whole array.
   *
   * @throws IOException if an array of another length was written
   */
  public static void read(DataInput in, float[] values) throws IOException {
    read(in, values, 0, values.length);
  }

  /**
   * Reads {@code count} values to {@code to} and after.
   *
   * @throws IOException if another number of values was written
   */
  public static void read(DataInput in, float[] values, int to, int count) throws IOException {
    int written = in.readInt();
    if (written != count) {
      throw new IOException("expected an array of " + count + " numbers but found " + written);
    }
    byte[] bytes = new byte[4 * Math.min(CHUNK, count)];
    for (int done = 0; done < count; done += CHUNK) {
      int n = Math.min(CHUNK, count - done);
      in.readFully(bytes, 0, 4 * n);
      ByteBuffer.wrap(bytes).asFloatBuffer().get(values, to + done, n);
    }
  }
}
