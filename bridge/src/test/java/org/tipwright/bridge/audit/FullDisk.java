package org.tipwright.bridge.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A log on a disk with room for so many bytes. */
public final class FullDisk {

  private FullDisk() {}

  /** Opens it. */
  public static AuditLog open(Path folder, long room) throws IOException {
    return AuditLog.open(folder, "test 0", disk(room), 1 << 20);
  }

  static AuditDisk.Maker disk(long room) {
    return file -> {
      AuditDisk real = AuditDisk.of(file);
      return new AuditDisk() {
        private long left = room;

        @Override
        public void write(ByteBuffer bytes) throws IOException {
          int fits = (int) Math.min(left, bytes.remaining());
          left -= fits;
          real.write(bytes.duplicate().limit(bytes.position() + fits));
          if (fits < bytes.remaining()) {
            throw new IOException("No space left on device");
          }
        }

        @Override
        public void sync() throws IOException {
          real.sync();
        }

        @Override
        public void close() throws IOException {
          real.close();
        }
      };
    };
  }
}
