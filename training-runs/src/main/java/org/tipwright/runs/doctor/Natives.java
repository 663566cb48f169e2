package org.tipwright.runs.doctor;

import java.net.URL;
import java.util.List;
import java.util.Locale;

/**
 * Looks on the classpath for the native libraries of ND4J and OpenBLAS for this platform, without
 * loading them.
 */
final class Natives {

  private final ClassLoader loader;

  Natives(ClassLoader loader) {
    this.loader = loader;
  }

  List<Finding> find() {
    String platform =
        platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    return List.of(
        library(
            "ND4J",
            "org/nd4j/linalg/cpu/nativecpu/bindings/" + platform + "/",
            "jnind4jcpu",
            platform),
        library("OpenBLAS", "org/bytedeco/openblas/" + platform + "/", "jniopenblas", platform));
  }

  /** JavaCPP's name of a platform, such as {@code linux-x86_64}. */
  static String platform(String system, String architecture) {
    String name = system.toLowerCase(Locale.ROOT);
    String os =
        name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macosx" : "linux";
    String cpu =
        switch (architecture.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm64";
          default -> architecture;
        };
    return os + "-" + cpu;
  }

  private Finding library(String name, String folder, String library, String platform) {
    String file = System.mapLibraryName(library);
    URL found = loader.getResource(folder + file);
    return found != null
        ? Finding.ok(name, file + " for " + platform)
        : Finding.mend(
            name,
            "no "
                + file
                + " for "
                + platform
                + " on the classpath; delete training-runs/target/classpath and start again, with access to the network");
  }
}
