package org.tipwright.bridge.client;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.util.Iterator;
import java.util.function.Consumer;
import org.tipwright.bridge.audit.v1.AuditGrpc;
import org.tipwright.bridge.audit.v1.AuditQuery;
import org.tipwright.bridge.audit.v1.AuditRecord;

/** Reads the audit log of a running bridge. */
public final class AuditClient implements AutoCloseable {

  private final BridgeAddress address;
  private final ManagedChannel channel;

  /** A client; it connects at the first call. */
  public AuditClient(BridgeAddress address) {
    this.address = address;
    this.channel = Channels.to(address);
  }

  /** Hands over the records that a query asks for, oldest first, as fast as they are taken. */
  public void read(AuditQuery query, Consumer<AuditRecord> taker) {
    try {
      Iterator<AuditRecord> records = AuditGrpc.newBlockingStub(channel).query(query);
      records.forEachRemaining(taker);
    } catch (StatusRuntimeException failure) {
      throw BridgeException.of("Query", address, failure);
    }
  }

  @Override
  public void close() {
    Channels.close(channel);
  }
}
