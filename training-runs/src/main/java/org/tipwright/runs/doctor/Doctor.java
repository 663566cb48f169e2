package org.tipwright.runs.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Examines Java, memory, native libraries, ports, disk and write access. */
public final class Doctor {

  private static final int JAVA_NEEDED = 17;
  private static final long MEBIBYTE = 1L << 20;

  /** A run of the lift preset leaves about 100 MB; logs and records of a week fit in this. */
  private static final long DISK_NEEDED = 1024 * MEBIBYTE;

  private static final long HEAP_NEEDED = 900 * MEBIBYTE;

  private final Path runs;

  /** Examines the machine for runs that land in this folder. */
  public Doctor(Path runs) {
    this.runs = runs;
  }

  /** All findings, in the order in which a run would stumble over them. */
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    findings.add(java(Runtime.version().feature(), System.getProperty("java.vendor", "?")));
    findings.add(memory(Runtime.getRuntime().maxMemory()));
    findings.add(processors(Runtime.getRuntime().availableProcessors()));
    findings.addAll(new Natives(Doctor.class.getClassLoader()).find());
    findings.add(loopback());
    findings.add(writing());
    findings.add(disk());
    return findings;
  }

  static Finding java(int version, String vendor) {
    return version >= JAVA_NEEDED
        ? Finding.ok("Java", version + " (" + vendor + ")")
        : Finding.mend("Java", "version " + version + " is too old; install a JDK 17 or newer");
  }

  static Finding memory(long heapBytes) {
    String size = heapBytes / MEBIBYTE + " MiB for the heap";
    return heapBytes >= HEAP_NEEDED
        ? Finding.ok("memory", size)
        : Finding.mend("memory", "only " + size + "; set TIPWRIGHT_JAVA_OPTS=-Xmx2g");
  }

  static Finding processors(int count) {
    return Finding.ok(
        "processors", count + (count == 1 ? "; a run takes about twice as long as with two" : ""));
  }

  private Finding loopback() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Finding.ok(
          "ports", "a server can listen on " + socket.getInetAddress().getHostAddress());
    } catch (IOException refused) {
      return Finding.mend(
          "ports",
          "no server can listen on loopback ("
              + refused.getMessage()
              + "); deploy --instrument sim needs that: look at firewall and container settings");
    }
  }

  private Finding writing() {
    try {
      Files.createDirectories(runs);
      Files.delete(Files.createTempFile(runs, ".doctor", ""));
      return Finding.ok("write access", runs.toString());
    } catch (IOException refused) {
      return Finding.mend(
          "write access",
          "cannot write to " + runs + "; make it yours (chown) or move the checkout");
    }
  }

  private Finding disk() {
    try {
      Path existing = runs;
      while (!Files.exists(existing) && existing.getParent() != null) {
        existing = existing.getParent();
      }
      return disk(Files.getFileStore(existing).getUsableSpace());
    } catch (IOException unknown) {
      return Finding.mend(
          "disk", "cannot tell the free space of " + runs + ": " + unknown.getMessage());
    }
  }

  static Finding disk(long freeBytes) {
    String free = String.format(Locale.ROOT, "%.1f GiB free", freeBytes / (1024.0 * MEBIBYTE));
    return freeBytes >= DISK_NEEDED
        ? Finding.ok("disk", free)
        : Finding.mend("disk", "only " + free + "; delete runs that are no longer needed");
  }
}
