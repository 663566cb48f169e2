package org.tipwright.bridge.server;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import org.tipwright.bridge.wire.OperatorKey;

/** Lets a call through only with the operator's token. */
final class OperatorGate implements ServerInterceptor {

  private final OperatorToken token;

  OperatorGate(OperatorToken token) {
    this.token = token;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (token.is(headers.get(OperatorKey.KEY))) {
      return next.startCall(call, headers);
    }
    call.close(
        Status.PERMISSION_DENIED.withDescription(
            "refused "
                + call.getMethodDescriptor().getBareMethodName()
                + ": only the operator may, with the token that the bridge wrote when it started;"
                + " nothing was changed"),
        new Metadata());
    return new ServerCall.Listener<>() {};
  }
}
