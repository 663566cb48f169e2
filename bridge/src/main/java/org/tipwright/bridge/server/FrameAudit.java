package org.tipwright.bridge.server;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicLong;
import org.tipwright.bridge.audit.v1.Frame;

/**
 * Keeps every message of our own services, in both directions, before it goes on. Of a stream to an
 * client who sends nothing more, it keeps the request and the end: what was streamed are decisions,
 * which stand in the log themselves, or the lines of an image. A request that cannot be kept is
 * refused; an emergency stop is never refused.
 */
final class FrameAudit implements ServerInterceptor {

  private static final String OURS = "tipwright.";

  private final AuditTrail trail;

  FrameAudit(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    MethodDescriptor<Q, A> method = call.getMethodDescriptor();
    if (!method.getFullMethodName().startsWith(OURS)) {
      return next.startCall(call, headers);
    }
    Frame.Builder frame = AuditTrail.frame(trail.nextCall(), method, Caller.current());
    return new Requests<>(next.startCall(new Answers<>(call, frame), headers), call, frame.clone());
  }

  private static boolean goesOnUnwritten(MethodDescriptor<?, ?> method) {
    return MethodRoles.stops(method) || MethodRoles.tellsTheState(method);
  }

  /** Messages of the client. */
  private final class Requests<Q, A> extends SimpleForwardingServerCallListener<Q> {
    private final ServerCall<Q, A> call;
    private final Frame.Builder frame;
    private boolean refused;

    Requests(ServerCall.Listener<Q> next, ServerCall<Q, A> call, Frame.Builder frame) {
      super(next);
      this.call = call;
      this.frame = frame;
    }

    @Override
    public void onMessage(Q message) {
      if (trail.request(frame, message) || goesOnUnwritten(call.getMethodDescriptor())) {
        super.onMessage(message);
        return;
      }
      refused = true;
      call.close(
          Status.RESOURCE_EXHAUSTED.withDescription(
              "refused "
                  + call.getMethodDescriptor().getBareMethodName()
                  + ": the audit log is behind; nothing was changed"),
          new Metadata());
    }

    @Override
    public void onHalfClose() {
      if (!refused) {
        super.onHalfClose();
      }
    }

    @Override
    public void onCancel() {
      trail.unanswered(frame, Status.CANCELLED.withDescription("the caller hung up"));
      super.onCancel();
    }
  }

  /** Messages to the client, and the end. */
  private final class Answers<Q, A> extends SimpleForwardingServerCall<Q, A> {
    private final Frame.Builder frame;
    private final AtomicLong streamed = new AtomicLong();

    Answers(ServerCall<Q, A> call, Frame.Builder frame) {
      super(call);
      this.frame = frame;
    }

    private boolean streams() {
      return getMethodDescriptor().getType() == MethodDescriptor.MethodType.SERVER_STREAMING;
    }

    @Override
    public void sendMessage(A message) {
      if (streams()) {
        streamed.incrementAndGet();
      } else {
        trail.answer(frame, message);
      }
      super.sendMessage(message);
    }

    @Override
    public void close(Status status, Metadata trailers) {
      if (streams() || !status.isOk()) {
        trail.end(frame, status, streamed.get());
      }
      super.close(status, trailers);
    }
  }
}
