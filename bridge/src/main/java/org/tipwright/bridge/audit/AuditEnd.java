package org.tipwright.bridge.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tipwright.bridge.audit.v1.AuditRecord;

/**
 * Where the chain of a folder ends, for the file that goes on with it.
 *
 * @param file number of the last file; 0 if there is none
 * @param number of the last whole record
 * @param hash of the chain up to it
 * @param tornBytes after it
 */
record AuditEnd(long file, long number, byte[] hash, long tornBytes) {

  /**
   * Looks at the last file, and at those before it only as long as it holds no whole record.
   *
   * @throws IOException also if that file was changed: nobody should go on with it
   */
  static AuditEnd of(Path folder) throws IOException {
    List<Path> files = AuditFolder.files(folder);
    if (files.isEmpty()) {
      return new AuditEnd(0, 0, Chain.genesis(), 0);
    }
    long file = AuditFolder.number(files.get(files.size() - 1));
    long torn = -1;
    for (int i = files.size() - 1; i >= 0; i--) {
      try (AuditReader reader = AuditReader.open(files.get(i))) {
        Optional<AuditRecord> record = reader.next();
        while (record.isPresent()) {
          record = reader.next();
        }
        torn = torn < 0 ? reader.tornBytes() : torn;
        if (reader.number() > 0) {
          return new AuditEnd(file, reader.number(), reader.hash(), torn);
        }
      } catch (AuditDamage damage) {
        throw new IOException(
            "the audit log cannot be gone on with: "
                + damage.getMessage()
                + "; keep the folder as it is for whoever looks into it, and give another one with"
                + " --audit",
            damage);
      }
    }
    return new AuditEnd(file, 0, Chain.genesis(), Math.max(0, torn));
  }
}
