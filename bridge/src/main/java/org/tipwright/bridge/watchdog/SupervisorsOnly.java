package org.tipwright.bridge.watchdog;

import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.tipwright.bridge.certificates.Role;

/** With TLS, lets nobody through but whose certificate says that it is a supervisor. */
final class SupervisorsOnly implements ServerInterceptor {

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    SSLSession session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
    if (session == null || role(session).equals(Optional.of(Role.SUPERVISOR))) {
      return next.startCall(call, headers);
    }
    call.close(
        Status.PERMISSION_DENIED.withDescription(
            "refused Guard: the watchdog needs a certificate with the one name "
                + Role.SUPERVISOR.uri()
                + "; 'tipwright bridge certs --client <name>=supervisor' makes it"),
        new Metadata());
    return new ServerCall.Listener<>() {};
  }

  private static Optional<Role> role(SSLSession session) {
    try {
      Certificate[] shown = session.getPeerCertificates();
      return shown.length > 0 && shown[0] instanceof X509Certificate certificate
          ? Role.of(certificate)
          : Optional.empty();
    } catch (SSLPeerUnverifiedException none) {
      return Optional.empty();
    }
  }
}
