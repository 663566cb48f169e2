package org.tipwright.bridge.certificates;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.IPAddress;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * A certificate authority in a folder, for development and for a lab that has none of its own: EC
 * keys on P-256, one folder for the authority and one for each certificate that it gives out, made
 * for {@link TlsFolder}. Nothing that exists is overwritten.
 */
public final class DevelopmentAuthority {

  /** How long the authority itself is good: its key should not outlive the experiment. */
  private static final Duration AUTHORITY_LIFE = Duration.ofDays(5 * 365);

  /** A machine's clock may be a little behind. */
  private static final Duration SLACK = Duration.ofHours(1);

  private static final String OWN = "authority";
  private static final String NAME = "Tipwright development authority";
  private static final String HEADER = "-----BEGIN PRIVATE KEY-----";
  private static final String FOOTER = "-----END PRIVATE KEY-----";

  private final Path folder;
  private final X509Certificate certificate;
  private final PrivateKey key;
  private final SecureRandom random;

  private DevelopmentAuthority(
      Path folder, X509Certificate certificate, PrivateKey key, SecureRandom random) {
    this.folder = folder;
    this.certificate = certificate;
    this.key = key;
    this.random = random;
  }

  /** Whether there is an authority in a folder. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(OWN).resolve(TlsFolder.AUTHORITY));
  }

  /**
   * The authority of a folder, made if there is none yet.
   *
   * @throws IOException if it can be neither read nor written there
   */
  public static DevelopmentAuthority in(Path folder) throws IOException {
    Path own = folder.resolve(OWN);
    Path file = own.resolve(TlsFolder.AUTHORITY);
    SecureRandom random = new SecureRandom();
    try {
      if (Files.exists(file)) {
        String pem = Files.readString(own.resolve(TlsFolder.KEY));
        byte[] der =
            Base64.getMimeDecoder().decode(pem.replace(HEADER, "").replace(FOOTER, "").strip());
        PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        return new DevelopmentAuthority(folder, TlsFolder.certificate(file), key, random);
      }
      Files.createDirectories(own);
      KeyPair keys = keys(random);
      X500Principal name =
          new X500Principal("CN=" + NAME + " " + new BigInteger(32, random).toString(16));
      Instant now = Instant.now();
      X509v3CertificateBuilder builder =
          builder(name, name, keys, now, now.plus(AUTHORITY_LIFE), random)
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
      X509Certificate certificate = signed(builder, keys.getPrivate());
      OwnerOnlyFile.create(
          own.resolve(TlsFolder.KEY), pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
      write(file, certificate);
      return new DevelopmentAuthority(folder, certificate, keys.getPrivate(), random);
    } catch (GeneralSecurityException | OperatorCreationException | IllegalArgumentException bad) {
      throw new IOException(
          "the authority in " + own + " cannot be used: " + bad.getMessage(), bad);
    }
  }

  /**
   * Makes the bridge's certificate, in the folder {@code bridge}.
   *
   * @param hosts names and IP addresses under which clients reach the bridge
   * @return the folder
   */
  public Path forBridge(List<String> hosts, Duration life) throws IOException {
    GeneralName[] names =
        hosts.stream()
            .map(
                host ->
                    new GeneralName(
                        IPAddress.isValid(host) ? GeneralName.iPAddress : GeneralName.dNSName,
                        host))
            .toArray(GeneralName[]::new);
    return give("bridge", new GeneralNames(names), KeyPurposeId.id_kp_serverAuth, life);
  }

  /**
   * Makes a client's certificate, in a folder of the client's name.
   *
   * @param name who it is, as it will stand in the audit log
   * @return the folder
   */
  public Path forClient(String name, Role role, Duration life) throws IOException {
    GeneralNames names =
        new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, role.uri()));
    return give(name, names, KeyPurposeId.id_kp_clientAuth, life);
  }

  private Path give(String name, GeneralNames names, KeyPurposeId purpose, Duration life)
      throws IOException {
    Path own = folder.resolve(name);
    if (Files.exists(own)) {
      throw new IOException(own + " exists already; nothing in it was changed");
    }
    try {
      KeyPair keys = keys(random);
      Instant now = Instant.now();
      X509v3CertificateBuilder builder =
          builder(
                  certificate.getSubjectX500Principal(),
                  new X500Principal("CN=" + name),
                  keys,
                  now,
                  now.plus(life),
                  random)
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
              .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose))
              .addExtension(Extension.subjectAlternativeName, false, names)
              .addExtension(
                  Extension.authorityKeyIdentifier,
                  false,
                  new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
      X509Certificate given = signed(builder, key);
      given.verify(certificate.getPublicKey());
      Files.createDirectories(own);
      OwnerOnlyFile.create(
          own.resolve(TlsFolder.KEY), pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
      write(own.resolve(TlsFolder.CERTIFICATE), given);
      write(own.resolve(TlsFolder.AUTHORITY), certificate);
      return own;
    } catch (GeneralSecurityException | OperatorCreationException | IllegalArgumentException bad) {
      throw new IOException(
          "no certificate can be made for '" + name + "': " + bad.getMessage(), bad);
    }
  }

  private static KeyPair keys(SecureRandom random) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    return generator.generateKeyPair();
  }

  private static X509v3CertificateBuilder builder(
      X500Principal issuer,
      X500Principal subject,
      KeyPair keys,
      Instant from,
      Instant until,
      SecureRandom random)
      throws GeneralSecurityException, IOException {
    return new JcaX509v3CertificateBuilder(
            issuer,
            new BigInteger(127, random).setBit(126),
            Date.from(from.minus(SLACK)),
            Date.from(until),
            subject,
            keys.getPublic())
        .addExtension(
            Extension.subjectKeyIdentifier,
            false,
            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
  }

  private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException, OperatorCreationException {
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
  }

  private static void write(Path file, X509Certificate certificate)
      throws IOException, GeneralSecurityException {
    Files.write(
        file,
        pem("CERTIFICATE", certificate.getEncoded()).getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE_NEW);
  }

  private static String pem(String type, byte[] der) throws IOException {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(type, der));
    }
    return text.toString();
  }
}
