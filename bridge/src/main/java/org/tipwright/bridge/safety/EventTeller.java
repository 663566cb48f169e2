package org.tipwright.bridge.safety;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells events to the listener, which must not fail, and then calls the watchers of the state. The
 * caller holds no lock of the rules.
 */
final class EventTeller {

  private static final Logger LOG = LoggerFactory.getLogger(EventTeller.class);

  private final SafetyListener listener;
  private final AtomicBoolean listenerFailed = new AtomicBoolean();
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

  EventTeller(SafetyListener listener) {
    this.listener = listener;
  }

  void add(Runnable watcher) {
    watchers.add(watcher);
  }

  void remove(Runnable watcher) {
    watchers.remove(watcher);
  }

  /**
   * Tells what happened.
   *
   * @param trip told the reason, once, if the listener begins to fail
   */
  void tell(List<SafetyEvent> events, Consumer<String> trip) {
    for (SafetyEvent event : events) {
      try {
        listener.happened(event);
        listenerFailed.set(false);
      } catch (RuntimeException | Error failure) {
        LOG.error("the listener to safety events failed", failure);
        if (!listenerFailed.getAndSet(true)) {
          trip.accept("the safety log failed: " + failure);
        }
      }
    }
    if (!events.isEmpty()) {
      watchers.forEach(this::call);
    }
  }

  private void call(Runnable watcher) {
    try {
      watcher.run();
    } catch (RuntimeException failure) {
      LOG.warn("a watcher of the state failed and is forgotten", failure);
      watchers.remove(watcher);
    }
  }
}
