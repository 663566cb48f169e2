package org.tipwright.bridge.wire;

import io.grpc.Metadata;

/** Where in a call's metadata the operator's token stands. */
public final class OperatorKey {

  /** The key {@code tipwright-operator-token}. */
  public static final Metadata.Key<String> KEY =
      Metadata.Key.of("tipwright-operator-token", Metadata.ASCII_STRING_MARSHALLER);

  private OperatorKey() {}
}
