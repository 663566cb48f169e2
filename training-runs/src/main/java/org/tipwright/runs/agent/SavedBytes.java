package org.tipwright.runs.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * What a learner writes, in an array of just that size. A learner with all its experience takes a
 * good part of the memory; an array that grows by copying would take twice as much again.
 */
final class SavedBytes extends OutputStream {

  /** Writes all that is to be kept; each time the same bytes. */
  interface Saving {
    void to(OutputStream stream) throws IOException;
  }

  private byte[] bytes = {};
  private long count;
  private boolean counting = true;

  private SavedBytes() {}

  /** Lets it be written twice: once to count, once to keep. */
  static byte[] of(Saving saving) {
    SavedBytes stream = new SavedBytes();
    try {
      saving.to(stream);
      stream.bytes = new byte[Math.toIntExact(stream.count)];
      stream.count = 0;
      stream.counting = false;
      saving.to(stream);
    } catch (IOException cannotHappen) {
      throw new UncheckedIOException("writing to memory failed", cannotHappen);
    }
    return stream.bytes;
  }

  @Override
  public void write(int b) {
    if (!counting) {
      bytes[(int) count] = (byte) b;
    }
    count++;
  }

  @Override
  public void write(byte[] from, int offset, int length) {
    if (!counting) {
      System.arraycopy(from, offset, bytes, (int) count, length);
    }
    count += length;
  }
}
