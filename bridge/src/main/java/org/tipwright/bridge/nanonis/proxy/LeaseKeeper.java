package org.tipwright.bridge.nanonis.proxy;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.safety.Refusal;
import org.tipwright.bridge.safety.SafetySupervisor;

/**
 * Renews the lease of a script as long as its connection lives, the junction is read, and it says
 * something now and then while the tip is down without the feedback. Should this thread die, the
 * lease runs out, which trips.
 */
final class LeaseKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);
  private static final int ROUNDS_PER_LEASE = 8;

  private final SafetySupervisor supervisor;
  private final JunctionMonitor monitor;
  private final AtomicReferenceArray<ScriptSession> sessions;
  private final LimitProfile.Monitor limits;
  private final Thread thread;
  private volatile boolean open = true;

  LeaseKeeper(
      SafetySupervisor supervisor,
      JunctionMonitor monitor,
      AtomicReferenceArray<ScriptSession> sessions) {
    this.supervisor = supervisor;
    this.monitor = monitor;
    this.sessions = sessions;
    this.limits = supervisor.profile().monitor();
    this.thread = new Thread(this::run, "script-leases");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    long round = supervisor.profile().lease().toNanos() / ROUNDS_PER_LEASE;
    while (open) {
      try {
        if (supervisor.state().engaged()
            && armed()
            && monitor.silentNanos() > limits.stale().toNanos()) {
          supervisor.fault(
              Check.format("no reading of the junction for %.2f s", monitor.silentNanos() / 1e9));
        }
        for (int port = 0; port < sessions.length(); port++) {
          ScriptSession session = sessions.get(port);
          if (session != null && !session.gone()) {
            keep(session);
          }
        }
      } catch (RuntimeException failure) {
        LOG.error("the leases of scripts were not renewed in one round", failure);
      }
      LockSupport.parkNanos(round);
    }
  }

  private boolean armed() {
    return supervisor.state().phase().isPresent();
  }

  private void keep(ScriptSession session) {
    String lease = session.lease();
    if (lease.isEmpty()) {
      return;
    }
    if (session.silentNanos() > limits.scriptSilence().toNanos()
        && supervisor.state().engaged()
        && !monitor.feedbackOn()) {
      supervisor.fault(
          Check.format(
              "'%s' has said nothing for %.0f s with the tip down and the feedback off",
              session.name(), session.silentNanos() / 1e9));
    }
    try {
      supervisor.renewLease(lease);
    } catch (Refusal lost) {
      session.forget();
    }
  }

  @Override
  public void close() {
    open = false;
    LockSupport.unpark(thread);
  }
}
