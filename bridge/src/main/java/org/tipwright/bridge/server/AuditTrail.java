package org.tipwright.bridge.server;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.tipwright.bridge.audit.AuditLog;
import org.tipwright.bridge.audit.FrameLog;
import org.tipwright.bridge.audit.v1.Decision;
import org.tipwright.bridge.audit.v1.Frame;
import org.tipwright.bridge.certificates.Role;
import org.tipwright.bridge.safety.DecisionLog;
import org.tipwright.bridge.safety.SafetyEvent;

/** Puts frames and decisions into the audit log, with who is behind each. */
final class AuditTrail implements DecisionLog, FrameLog {

  private static final int DIGITS = 8;

  /** Before the names of commands that scripts send. */
  private static final String SCRIPTS = "nanonis/";

  private final AuditLog log;
  private final String limits;
  private final AtomicLong calls = new AtomicLong();
  private volatile String policy = "";

  /**
   * A trail into a log.
   *
   * @param limits name and digest of the limit profile
   */
  AuditTrail(AuditLog log, String limits) {
    this.log = log;
    this.limits = limits;
  }

  /** What the holder of the lease says that it commands by, from now on. */
  void policy(String name) {
    policy = name;
  }

  @Override
  public boolean take(SafetyEvent event) {
    Decision.Builder decision =
        Decision.newBuilder()
            .setNumber(event.number())
            .setKind(event.kind().name())
            .setState(event.state().name())
            .setText(event.text())
            .setLimits(limits)
            .setPolicy(policy);
    Caller caller = Caller.OF_CALL.get();
    if (caller != null) {
      decision
          .setCaller(caller.name())
          .setRole(caller.role().map(Role::word).orElse(""))
          .setCertificate(caller.fingerprint());
    }
    return log.take(decision.build(), event.clockNanos());
  }

  @Override
  public boolean awaitWritten(Duration longest) {
    return log.awaitWritten(longest);
  }

  // Frames of scripts.

  @Override
  public long request(String caller, String command, String text, byte[] body) {
    long call = nextCall();
    Frame.Builder frame = script(call, caller, command, text).setMessage(ByteString.copyFrom(body));
    return log.take(frame.setDirection(Frame.Direction.REQUEST).build(), false) ? call : 0;
  }

  @Override
  public void answer(long call, String caller, String command, String text) {
    take(script(call, caller, command, text).setDirection(Frame.Direction.ANSWER).build());
  }

  private static Frame.Builder script(long call, String caller, String command, String text) {
    return Frame.newBuilder()
        .setCall(call)
        .setMethod(SCRIPTS + command)
        .setCaller(caller)
        .setStatus(text);
  }

  /** A number for the frames of a new call. */
  long nextCall() {
    return calls.incrementAndGet();
  }

  /** What all frames of a call have in common. */
  static Frame.Builder frame(long call, MethodDescriptor<?, ?> method, Caller caller) {
    return Frame.newBuilder()
        .setCall(call)
        .setMethod(method.getFullMethodName())
        .setCaller(caller.name())
        .setRole(caller.role().map(Role::word).orElse(""))
        .setCertificate(caller.fingerprint());
  }

  /** A message of a client; false if it cannot be kept, and must not be acted on. */
  boolean request(Frame.Builder frame, Object message) {
    return log.take(
        frame.setDirection(Frame.Direction.REQUEST).setMessage(bytes(message)).build(), false);
  }

  /** A message to a client. */
  void answer(Frame.Builder frame, Object message) {
    take(frame.setDirection(Frame.Direction.ANSWER).setMessage(bytes(message)).build());
  }

  /** The end of a call, where the last message does not say it. */
  void end(Frame.Builder frame, Status status, long streamed) {
    String said = status.getDescription();
    take(
        frame
            .setDirection(Frame.Direction.ANSWER)
            .clearMessage()
            .setStreamed(streamed)
            .setStatus(status.getCode() + (said == null ? "" : ": " + said))
            .build());
  }

  /** A call that was refused at the door, or given up: it may find no place, nothing follows. */
  void unanswered(Frame.Builder frame, Status status) {
    var unused =
        log.take(
            frame
                .setDirection(Frame.Direction.ANSWER)
                .clearMessage()
                .setStatus(status.getCode() + ": " + status.getDescription())
                .build(),
            false);
  }

  /** There is nothing left to refuse: what finds no place even now ends in a trip by the log. */
  private void take(Frame frame) {
    if (!log.take(frame, true)) {
      log.full();
    }
  }

  private static ByteString bytes(Object message) {
    return message instanceof Message known
        ? withoutSecrets(known).toByteString()
        : ByteString.EMPTY;
  }

  /** Observers may read the log: the secret of a lease does not stand in it, only its digest. */
  private static Message withoutSecrets(Message message) {
    Message.Builder cleaned = null;
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      Object kept = withoutSecrets(field.getKey(), field.getValue());
      if (kept != field.getValue()) {
        cleaned = cleaned == null ? message.toBuilder() : cleaned;
        cleaned.setField(field.getKey(), kept);
      }
    }
    return cleaned == null ? message : cleaned.build();
  }

  private static Object withoutSecrets(FieldDescriptor field, Object value) {
    if (field.getName().equals("lease_id")) {
      return digest(String.valueOf(value));
    }
    return value instanceof Message inner ? withoutSecrets(inner) : value;
  }

  private static String digest(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
