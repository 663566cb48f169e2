package org.tipwright.bridge.server;

import io.grpc.Attributes;
import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.ServerTransportFilter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.certificates.Role;

/**
 * Who makes a call, found out once per connection.
 *
 * @param name common name of the certificate, or {@code loopback} without one
 * @param role what the certificate says; without one an agent, until the operator's token is shown
 * @param certificate what was shown; none on plain loopback
 * @param fingerprint SHA-256 of the certificate in hexadecimal digits; empty without one
 */
record Caller(
    String name, Optional<Role> role, Optional<X509Certificate> certificate, String fingerprint) {

  /** Of the call that is being answered. */
  static final Context.Key<Caller> OF_CALL = Context.key("tipwright-caller");

  private static final Attributes.Key<Caller> OF_CONNECTION =
      Attributes.Key.create("tipwright-caller");
  private static final Caller LOOPBACK =
      new Caller("loopback", Optional.of(Role.AGENT), Optional.empty(), "");

  /** Who makes the call that is being answered. */
  static Caller current() {
    Caller caller = OF_CALL.get();
    return caller == null ? LOOPBACK : caller;
  }

  /** Whose connection it is. */
  static Caller of(Attributes connection) {
    Caller caller = connection.get(OF_CONNECTION);
    return caller == null ? LOOPBACK : caller;
  }

  /** The same caller as the operator, after the token was shown. */
  Caller withToken() {
    return new Caller(name, Optional.of(Role.OPERATOR), certificate, fingerprint);
  }

  /** The name that goes into decisions: the certificate's, or else the one that was given. */
  String called(String given) {
    return certificate.isPresent() ? name : given;
  }

  /**
   * What the supervisor knows a lease by: its secret and, where there is one, the certificate under
   * which it was taken. A lease that leaks is of no use under another certificate.
   */
  String lease(String secret) {
    return fingerprint.isEmpty() ? secret : secret + "." + fingerprint;
  }

  /** Finds out who connects, after the handshake. */
  static final class Filter extends ServerTransportFilter {
    @Override
    public Attributes transportReady(Attributes connection) {
      SSLSession session = connection.get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
      return session == null
          ? connection
          : connection.toBuilder().set(OF_CONNECTION, certified(session)).build();
    }
  }

  private static Caller certified(SSLSession session) {
    X509Certificate certificate = certificate(session);
    if (certificate == null) {
      return new Caller("nobody", Optional.empty(), Optional.empty(), "");
    }
    return new Caller(
        Names.tamed(commonName(certificate)),
        Role.of(certificate),
        Optional.of(certificate),
        fingerprint(certificate));
  }

  private static @Nullable X509Certificate certificate(SSLSession session) {
    try {
      Certificate[] shown = session.getPeerCertificates();
      return shown.length > 0 && shown[0] instanceof X509Certificate certificate
          ? certificate
          : null;
    } catch (SSLPeerUnverifiedException none) {
      return null;
    }
  }

  private static String commonName(X509Certificate certificate) {
    String subject = certificate.getSubjectX500Principal().getName();
    try {
      for (Rdn part : new LdapName(subject).getRdns()) {
        if (part.getType().equalsIgnoreCase("CN")) {
          return String.valueOf(part.getValue());
        }
      }
      return subject;
    } catch (InvalidNameException unusual) {
      return subject;
    }
  }

  private static String fingerprint(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (CertificateEncodingException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("a certificate that was checked cannot be read", impossible);
    }
  }
}
