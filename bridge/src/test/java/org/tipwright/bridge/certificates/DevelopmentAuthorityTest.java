package org.tipwright.bridge.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the certificates that {@code bridge certs} makes. */
class DevelopmentAuthorityTest {

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir private Path folder;

  private X509Certificate client(String name, Role role) throws IOException {
    return TlsFolder.read(DevelopmentAuthority.in(folder).forClient(name, role, DAY)).certificate();
  }

  @Test
  void aClientsCertificateNamesItsRole() throws IOException {
    for (Role role : Role.values()) {
      X509Certificate certificate = client(role.word(), role);
      assertThat(Role.of(certificate)).contains(role);
      assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=" + role.word());
      assertThat(certificate.getPublicKey()).isInstanceOf(ECPublicKey.class);
      assertThat(certificate.getNotAfter().toInstant()).isBefore(Instant.now().plus(DAY));
      assertThat(certificate.getBasicConstraints()).as("signs no others").isEqualTo(-1);
    }
  }

  @Test
  void theBridgesCertificateNamesItsHostsAndNoRole() throws Exception {
    Path bridge = DevelopmentAuthority.in(folder).forBridge(List.of("stm7.lab", "10.0.0.7"), DAY);
    X509Certificate certificate = TlsFolder.read(bridge).certificate();
    assertThat(certificate.getSubjectAlternativeNames())
        .containsExactlyInAnyOrder(List.of(2, "stm7.lab"), List.of(7, "10.0.0.7"));
    assertThat(Role.of(certificate)).isEmpty();
  }

  @Test
  void privateKeysAreReadableByTheirOwnerAlone() throws IOException {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    DevelopmentAuthority.in(folder).forClient("agent", Role.AGENT, DAY);
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> keys = files.filter(file -> file.endsWith(TlsFolder.KEY)).toList();
      assertThat(keys).hasSize(2);
      for (Path key : keys) {
        assertThat(Files.getPosixFilePermissions(key))
            .containsExactlyInAnyOrder(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
      }
    }
  }

  @Test
  void theSameAuthoritySignsLaterOnes() throws Exception {
    client("first", Role.AGENT);
    X509Certificate second = client("second", Role.OBSERVER);
    second.verify(
        TlsFolder.certificate(folder.resolve("first").resolve(TlsFolder.AUTHORITY)).getPublicKey());
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    client("agent", Role.AGENT);
    byte[] key = Files.readAllBytes(folder.resolve("agent").resolve(TlsFolder.KEY));
    assertThatThrownBy(() -> client("agent", Role.OPERATOR))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("exists already");
    assertThat(folder.resolve("agent").resolve(TlsFolder.KEY)).hasBinaryContent(key);
  }

  @Test
  void aFolderWithoutCertificatesIsRefusedInOneSentence() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TlsFolder.read(folder))
        .withMessageContaining("there is no readable ca.pem in " + folder);
  }

  @Test
  void aCertificateOutOfDateIsRefusedBeforeItIsShown() throws IOException {
    Path late =
        DevelopmentAuthority.in(folder).forClient("late", Role.AGENT, Duration.ofMinutes(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TlsFolder.read(late))
        .withMessageContaining("certificate.pem cannot be used today");
  }
}
