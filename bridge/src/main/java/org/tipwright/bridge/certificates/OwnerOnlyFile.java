package org.tipwright.bridge.certificates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;

/** Secrets in files: closed to everybody but their owner before anything stands in them. */
public final class OwnerOnlyFile {

  private OwnerOnlyFile() {}

  /**
   * Writes a new file that only its owner can read, by POSIX permissions or by an access list,
   * whichever the file system has; one that has neither keeps its own rules.
   *
   * @throws IOException if it cannot be written, or exists
   */
  public static void create(Path file, String text) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
      AclFileAttributeView list = Files.getFileAttributeView(file, AclFileAttributeView.class);
      if (list != null) {
        list.setAcl(
            List.of(
                AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(list.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
      }
    }
    Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
  }
}
