package org.tipwright.bridge.safety;

import java.util.ArrayList;
import java.util.List;

/**
 * The present state, why it was tripped, and the events that nobody has been told yet. Every event
 * carries the state after it, so both are kept together.
 */
final class StateLog {

  private final List<SafetyEvent> events = new ArrayList<>();
  private long eventNumber;
  private SafetyState state = SafetyState.READ_ONLY;
  private String tripReason = "";

  SafetyState state() {
    return state;
  }

  void enter(SafetyState next) {
    state = next;
  }

  String tripReason() {
    return tripReason;
  }

  /** Latches TRIPPED. A second trip keeps the first reason. */
  void latch(String reason) {
    if (state != SafetyState.TRIPPED) {
      tripReason = reason;
      state = SafetyState.TRIPPED;
    }
  }

  void forgetTripReason() {
    tripReason = "";
  }

  /** Whether no command, dry run or lease may be had at all. */
  boolean closed() {
    return state == SafetyState.TRIPPED || state == SafetyState.DISCONNECTED;
  }

  /** Why something is not allowed in this state. */
  String whyForbidden() {
    return switch (state) {
      case DISCONNECTED -> "no instrument is connected";
      case READ_ONLY -> "the bridge is not armed; an operator must arm it";
      case DRY_RUN -> "a dry run is going on; nothing is moved until its lease ends";
      case ARMED -> "the bridge is armed";
      case TRIPPED -> "the bridge is tripped (" + tripReason + "); an operator must reset it";
    };
  }

  void event(SafetyEvent.Kind kind, String text, long now) {
    eventNumber++;
    events.add(new SafetyEvent(eventNumber, now, kind, state, text));
  }

  /** Notes a refusal; the caller throws it. */
  Refusal refuse(Refusal.Kind kind, String called, String why, long now) {
    String text = "refused " + called + ": " + why + "; nothing was moved";
    event(SafetyEvent.Kind.REFUSED, text, now);
    return new Refusal(kind, text);
  }

  /** The events since the last call, oldest first. */
  List<SafetyEvent> drain() {
    if (events.isEmpty()) {
      return List.of();
    }
    List<SafetyEvent> drained = List.copyOf(events);
    events.clear();
    return drained;
  }
}
