package org.tipwright.bridge.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One file of the log, as far as its writer needs it; tests have one that fails. */
interface AuditDisk extends Closeable {

  /** Appends all bytes, or throws. */
  void write(ByteBuffer bytes) throws IOException;

  /** Waits until what was written survives a loss of power. From any thread. */
  void sync() throws IOException;

  /** Makes a file that must not exist. */
  @FunctionalInterface
  interface Maker {
    AuditDisk make(Path file) throws IOException;
  }

  /** The real one. */
  static AuditDisk of(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new AuditDisk() {
      @Override
      public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }

      @Override
      public void sync() throws IOException {
        channel.force(false);
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }
}
