package org.tipwright.bridge.audit;

import java.nio.file.Path;

/** The log is not what was written. The message names the first place and what is wrong there. */
public final class AuditDamage extends Exception {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final long offset;
  private final long record;

  /**
   * The first bad place.
   *
   * @param offset of the entry in the file, in bytes
   * @param record number of the record that stands, or should stand, there
   */
  AuditDamage(Path file, long offset, long record, String what) {
    super(file + ", byte " + offset + ", record " + record + ": " + what);
    this.file = String.valueOf(file.getFileName());
    this.offset = offset;
    this.record = record;
  }

  /** Name of the file. */
  public String file() {
    return file;
  }

  /** Where the bad entry begins, in bytes. */
  public long offset() {
    return offset;
  }

  /** Number of the record that stands, or should stand, there. */
  public long record() {
    return record;
  }
}
