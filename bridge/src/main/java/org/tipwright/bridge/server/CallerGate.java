package org.tipwright.bridge.server;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.Set;
import org.tipwright.bridge.certificates.Role;
import org.tipwright.bridge.wire.OperatorKey;

/**
 * Stands before every method: lets a call through only in a role that may make it. The role comes
 * from the certificate, or, without TLS on loopback, from the operator's token.
 */
final class CallerGate implements ServerInterceptor {

  private final OperatorToken token;
  private final Optional<AuditTrail> trail;
  private final MethodRoles roles = new MethodRoles();

  CallerGate(OperatorToken token, Optional<AuditTrail> trail) {
    this.token = token;
    this.trail = trail;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Caller caller = Caller.of(call.getAttributes());
    if (caller.certificate().isEmpty() && token.is(headers.get(OperatorKey.KEY))) {
      caller = caller.withToken();
    }
    Optional<String> why =
        MethodRoles.stops(call.getMethodDescriptor())
            ? Optional.empty()
            : whyNot(caller, roles.of(call.getMethodDescriptor()));
    if (why.isPresent()) {
      String refused =
          "refused "
              + call.getMethodDescriptor().getBareMethodName()
              + ": "
              + why.get()
              + "; nothing was changed";
      Status status = Status.PERMISSION_DENIED.withDescription(refused);
      Caller who = caller;
      trail.ifPresent(
          t ->
              t.unanswered(
                  AuditTrail.frame(t.nextCall(), call.getMethodDescriptor(), who), status));
      call.close(status, new Metadata());
      return new ServerCall.Listener<>() {};
    }
    return Contexts.interceptCall(
        Context.current().withValue(Caller.OF_CALL, caller), call, headers, next);
  }

  private static Optional<String> whyNot(Caller caller, Set<Role> needed) {
    if (needed.isEmpty()) {
      return Optional.of("this bridge offers it to nobody");
    }
    Optional<String> outOfDate = outOfDate(caller);
    if (outOfDate.isPresent()) {
      return outOfDate;
    }
    if (caller.role().isEmpty()) {
      return Optional.of(
          "the certificate of '"
              + caller.name()
              + "' names no role, and this needs "
              + MethodRoles.words(needed)
              + "; a certificate has exactly one subject alternative name such as "
              + Role.AGENT.uri());
    }
    if (needed.contains(caller.role().get())) {
      return Optional.empty();
    }
    return Optional.of(
        caller.certificate().isEmpty()
            ? "only the operator may, with the token that the bridge wrote when it started"
            : "'"
                + caller.name()
                + "' has the role "
                + caller.role().get().word()
                + ", and this needs "
                + MethodRoles.words(needed));
  }

  /** A connection may outlive the certificate that it was made with. */
  private static Optional<String> outOfDate(Caller caller) {
    if (caller.certificate().isPresent()) {
      try {
        caller.certificate().get().checkValidity();
      } catch (CertificateExpiredException | CertificateNotYetValidException outOfDate) {
        return Optional.of(
            "the certificate of '" + caller.name() + "' is out of date: " + outOfDate.getMessage());
      }
    }
    return Optional.empty();
  }
}
