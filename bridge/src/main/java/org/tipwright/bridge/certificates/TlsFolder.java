package org.tipwright.bridge.certificates;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;

/**
 * What one side needs for mutual TLS: the authority that it trusts, its own certificate, its own
 * key.
 *
 * @param folder where they are
 * @param certificate its own, the first of its file
 */
public record TlsFolder(Path folder, X509Certificate certificate) {

  static final String AUTHORITY = "ca.pem";
  static final String CERTIFICATE = "certificate.pem";
  static final String KEY = "key.pem";

  /**
   * Reads a folder as {@code bridge certs} makes it.
   *
   * @throws IllegalArgumentException if something is missing, unreadable or out of date, in one
   *     sentence
   */
  public static TlsFolder read(Path folder) {
    for (String name : new String[] {AUTHORITY, CERTIFICATE, KEY}) {
      if (!Files.isReadable(folder.resolve(name))) {
        throw new IllegalArgumentException(
            "there is no readable "
                + name
                + " in "
                + folder
                + "; 'tipwright bridge certs' makes such folders, one for the bridge and one for"
                + " each client");
      }
    }
    check(folder.resolve(AUTHORITY));
    return new TlsFolder(folder, check(folder.resolve(CERTIFICATE)));
  }

  private static X509Certificate check(Path file) {
    try {
      X509Certificate certificate = certificate(file);
      certificate.checkValidity();
      return certificate;
    } catch (CertificateExpiredException | CertificateNotYetValidException outOfDate) {
      throw new IllegalArgumentException(
          file
              + " cannot be used today: "
              + outOfDate.getMessage()
              + "; make a new one with 'tipwright bridge certs', and look at the clock",
          outOfDate);
    } catch (IOException | CertificateException unreadable) {
      throw new IllegalArgumentException(
          file + " is not a certificate in PEM: " + unreadable.getMessage(), unreadable);
    }
  }

  static X509Certificate certificate(Path file) throws IOException, CertificateException {
    try (InputStream in = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  /** The certificates of the authority that is trusted. */
  public Path authorityFile() {
    return folder.resolve(AUTHORITY);
  }

  /** Its own certificate, with any between it and the authority after it. */
  public Path certificateFile() {
    return folder.resolve(CERTIFICATE);
  }

  /** Its own key, PKCS #8 in PEM. */
  public Path keyFile() {
    return folder.resolve(KEY);
  }
}
