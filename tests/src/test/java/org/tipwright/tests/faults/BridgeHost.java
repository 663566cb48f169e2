package org.tipwright.tests.faults;

import java.nio.file.Path;
import java.util.OptionalLong;

/** Where a bridge lives: in a process of its own, or in that of the lab. */
interface BridgeHost extends AutoCloseable {

  /** Its gRPC port. */
  int port();

  /** The operator's. */
  String token();

  /** Folder of its log. */
  Path audit();

  /**
   * When it found a fault first since a moment, which is when it decided to trip, as {@code
   * System.nanoTime}; nothing before that, or where it cannot be told.
   */
  OptionalLong trippedSince(long nanos);

  /** Whether it has not ended. */
  boolean alive();

  /** Ends it: at once where it is a process, in order where it is not. */
  @Override
  void close();
}
