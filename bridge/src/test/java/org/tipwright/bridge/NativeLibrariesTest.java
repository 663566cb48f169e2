package org.tipwright.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bridge runs on the instrument's computer, where nothing may need a native library. */
class NativeLibrariesTest {

  private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib)(\\.\\d+)*");

  @Test
  void noJarOnTheBridgesClasspathCarriesOne() throws IOException {
    List<Path> jars = jars(System.getProperty("java.class.path"));
    assertThat(jars).anyMatch(jar -> jar.getFileName().toString().startsWith("grpc-netty-"));
    List<String> found = new ArrayList<>();
    for (Path jar : jars) {
      found.addAll(nativeEntries(jar));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void aJarThatCarriesOneIsFound(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("with-natives.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("META-INF/native/libepoll_x86_64.so"));
    }
    assertThat(nativeEntries(jar)).hasSize(1);
  }

  private static List<Path> jars(String classpath) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(classpath)
        .filter(entry -> entry.endsWith(".jar"))
        .map(Path::of)
        .toList();
  }

  private static List<String> nativeEntries(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(JarEntry::getName)
          .filter(NATIVE.asMatchPredicate())
          .map(entry -> jar.getFileName() + "!" + entry)
          .toList();
    }
  }
}
