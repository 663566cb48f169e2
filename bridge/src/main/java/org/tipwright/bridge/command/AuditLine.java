package org.tipwright.bridge.command;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TextFormat;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.tipwright.bridge.audit.v1.AuditOuterClass;
import org.tipwright.bridge.audit.v1.AuditRecord;
import org.tipwright.bridge.audit.v1.Decision;
import org.tipwright.bridge.audit.v1.Frame;
import org.tipwright.bridge.v1.InstrumentOuterClass;

/** A record of the audit log in one line. */
final class AuditLine {

  /** Before the names of commands that scripts send. */
  private static final String SCRIPTS = "nanonis/";

  private AuditLine() {}

  static String of(AuditRecord record) {
    Instant time =
        Instant.EPOCH
            .plus(record.getWallTimeUs(), ChronoUnit.MICROS)
            .truncatedTo(ChronoUnit.MILLIS);
    String what =
        switch (record.getKindCase()) {
          case OPENED ->
              "opened file "
                  + record.getOpened().getFile()
                  + ", limits "
                  + record.getOpened().getLimits()
                  + (record.getOpened().getTornBytes() == 0
                      ? ""
                      : ", after a crash that left "
                          + record.getOpened().getTornBytes()
                          + " bytes of a record");
          case CLOSED -> "closed (" + record.getClosed().getWhy() + ")";
          case FRAME -> frame(record.getFrame());
          case DECISION -> decision(record.getDecision());
          case KIND_NOT_SET -> "of a kind that this version does not know";
        };
    return record.getNumber() + "  " + time + "  " + what;
  }

  private static String decision(Decision decision) {
    return decision.getKind()
        + " -> "
        + decision.getState()
        + "  "
        + plain(decision.getText())
        + by(decision.getCaller(), decision.getRole());
  }

  private static String frame(Frame frame) {
    String method =
        frame.getMethod().startsWith(SCRIPTS)
            ? frame.getMethod().substring(SCRIPTS.length())
            : frame.getMethod().substring(frame.getMethod().lastIndexOf('.') + 1);
    boolean request = frame.getDirection() == Frame.Direction.REQUEST;
    String said =
        frame.getStatus().isEmpty()
            ? "{" + text(frame.getMethod(), request, frame.getMessage()) + "}"
            : frame.getStatus();
    return (request ? "> " : "< ")
        + method
        + " ("
        + frame.getCall()
        + ")  "
        + plain(said)
        + (frame.getStreamed() == 0 ? "" : ", " + frame.getStreamed() + " messages")
        + by(frame.getCaller(), frame.getRole());
  }

  private static String by(String caller, String role) {
    return caller.isEmpty() ? "" : "  [" + caller + (role.isEmpty() ? "" : ", " + role) + "]";
  }

  /** A name or a sentence came from somebody else: it shall not steer the terminal. */
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  private static String text(String method, boolean request, ByteString message) {
    for (FileDescriptor file :
        new FileDescriptor[] {
          InstrumentOuterClass.getDescriptor(), AuditOuterClass.getDescriptor()
        }) {
      for (ServiceDescriptor service : file.getServices()) {
        if (method.startsWith(service.getFullName() + "/")) {
          MethodDescriptor called =
              service.findMethodByName(method.substring(service.getFullName().length() + 1));
          if (called != null) {
            return text(request ? called.getInputType() : called.getOutputType(), message);
          }
        }
      }
    }
    return message.size() + " bytes";
  }

  private static String text(Descriptor type, ByteString message) {
    try {
      return TextFormat.printer().shortDebugString(DynamicMessage.parseFrom(type, message));
    } catch (InvalidProtocolBufferException unreadable) {
      return message.size() + " bytes";
    }
  }
}
