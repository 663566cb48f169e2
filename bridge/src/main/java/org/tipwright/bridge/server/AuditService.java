package org.tipwright.bridge.server;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import org.tipwright.bridge.audit.AuditDamage;
import org.tipwright.bridge.audit.AuditRecords;
import org.tipwright.bridge.audit.AuditSelection;
import org.tipwright.bridge.audit.v1.AuditGrpc;
import org.tipwright.bridge.audit.v1.AuditQuery;
import org.tipwright.bridge.audit.v1.AuditRecord;

/** Reads the log to observers, no faster than they read: nothing is queued for them. */
final class AuditService extends AuditGrpc.AuditImplBase {

  private final Path folder;

  AuditService(Path folder) {
    this.folder = folder;
  }

  @Override
  public void query(AuditQuery query, StreamObserver<AuditRecord> observer) {
    AuditSelection selection =
        new AuditSelection(
            query.getFromNumber(),
            query.getSinceUs(),
            Set.copyOf(query.getKindsList()),
            query.getLimit());
    try {
      new Reading(
              AuditRecords.of(folder, selection), (ServerCallStreamObserver<AuditRecord>) observer)
          .begin();
    } catch (IOException | AuditDamage unreadable) {
      observer.onError(failed(unreadable));
    }
  }

  private static Throwable failed(Exception why) {
    return Status.DATA_LOSS.withDescription("the audit log: " + why.getMessage()).asException();
  }

  /** One observer's reading. The calls of one stream come one after another. */
  private static final class Reading {
    private final AuditRecords records;
    private final Iterator<AuditRecord> rest;
    private final ServerCallStreamObserver<AuditRecord> observer;
    private boolean done;

    Reading(AuditRecords records, ServerCallStreamObserver<AuditRecord> observer) {
      this.records = records;
      this.rest = records.iterator();
      this.observer = observer;
    }

    void begin() {
      observer.setOnCancelHandler(this::end);
      observer.setOnReadyHandler(this::send);
    }

    private void send() {
      try {
        while (!done && observer.isReady()) {
          if (rest.hasNext()) {
            observer.onNext(rest.next());
          } else {
            end();
            observer.onCompleted();
          }
        }
      } catch (UncheckedIOException | IllegalStateException unreadable) {
        end();
        observer.onError(failed(unreadable));
      }
    }

    private void end() {
      done = true;
      records.close();
    }
  }
}
