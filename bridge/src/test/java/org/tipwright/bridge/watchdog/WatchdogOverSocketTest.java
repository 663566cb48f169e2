package org.tipwright.bridge.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.bridge.certificates.DevelopmentAuthority;
import org.tipwright.bridge.certificates.Role;
import org.tipwright.bridge.certificates.TlsFolder;
import org.tipwright.bridge.client.BridgeAddress;
import org.tipwright.bridge.instrument.RecordingInstrument;
import org.tipwright.bridge.safety.Beat;
import org.tipwright.bridge.safety.DecisionLog;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.MonotonicClock;
import org.tipwright.bridge.safety.Refusal;
import org.tipwright.bridge.safety.SafetyState;
import org.tipwright.bridge.safety.SafetySupervisor;
import org.tipwright.bridge.safety.Ticket;
import org.tipwright.bridge.server.Listening;

/** A watchdog and supervisors over real sockets; nothing is timed. */
class WatchdogOverSocketTest {

  /** So long that no stall of a busy machine passes for a silence. */
  private static final Duration LEASE = Duration.ofSeconds(9);

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Beat IDLE = new Beat(false, false, "");
  private static final Beat ENGAGED = new Beat(true, true, "");

  @TempDir private Path folder;

  private final FakeRetreat retreat = new FakeRetreat();
  private final List<WatchdogEvent> events = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private WatchdogServer server;

  @BeforeEach
  void start() throws IOException {
    server = WatchdogServer.start(Listening.plain("127.0.0.1", 0), retreat, folder, events::add);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
    server.close();
  }

  private WatchdogLink link(Duration lease) {
    return link(new BridgeAddress("127.0.0.1", server.port()), lease);
  }

  private WatchdogLink link(BridgeAddress address, Duration lease) {
    WatchdogLink link = new WatchdogLink(address, "bridge", lease, MonotonicClock.ofThisMachine());
    open.add(link);
    return link;
  }

  /** Beats until something is so. */
  private static void beatUntil(WatchdogLink link, Beat beat, BooleanSupplier so) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              link.beat(beat);
              return so.getAsBoolean();
            });
  }

  private static boolean ready(WatchdogLink link) {
    return link.status().trouble().isEmpty();
  }

  private void awaitEvent(WatchdogEvent.Kind kind) {
    await().atMost(PATIENCE).until(() -> events.stream().anyMatch(event -> event.kind() == kind));
  }

  @Test
  void nobodyIsReadyBeforeTheWatchdogHasAnswered() {
    WatchdogLink link = link(LEASE);
    assertThat(link.status().trouble().orElseThrow()).contains("no watchdog answers at");
    beatUntil(link, IDLE, () -> ready(link));
    assertThat(link.watching()).isFalse();
    beatUntil(link, ENGAGED, link::watching);
    link.beat(IDLE);
    assertThat(link.watching()).as("nothing is armed").isFalse();
  }

  @Test
  void aSupervisorThatGoesWithTheTipInContactLeavesAWithdrawnTipAndALatch() throws Exception {
    WatchdogLink link = link(LEASE);
    beatUntil(link, ENGAGED, link::watching);
    retreat.up = false;
    link.close();
    awaitEvent(WatchdogEvent.Kind.WITHDRAWN);
    assertThat(retreat.orders).hasPositiveValue();
    assertThat(Files.readString(folder.resolve("watchdog.log")))
        .contains(" LATCHED withdrawing the tip: 'bridge' is lost while the tip may be in contact")
        .contains(" ORDERED ")
        .contains(" WITHDRAWN ");

    WatchdogLink next = link(LEASE);
    beatUntil(next, IDLE, () -> next.status().latched());
    next.reset(next.status().latch(), "anna");
    beatUntil(next, IDLE, () -> ready(next));
    awaitEvent(WatchdogEvent.Kind.RESET);
    assertThat(next.status().latched()).isFalse();
  }

  @Test
  void aSupervisorThatSaysGoodbyeLeavesNoAlarm() {
    WatchdogLink link = link(LEASE);
    beatUntil(link, ENGAGED, link::watching);
    link.beat(IDLE);
    link.close();
    await()
        .atMost(PATIENCE)
        .until(() -> events.stream().anyMatch(event -> event.text().contains("said goodbye")));
    assertThat(retreat.orders).hasValue(0);
  }

  @Test
  void silenceWithTheConnectionOpenWithdraws() {
    WatchdogLink link = link(Duration.ofSeconds(2));
    beatUntil(link, ENGAGED, link::watching);
    retreat.up = false;
    awaitEvent(WatchdogEvent.Kind.WITHDRAWN);
    assertThat(events.toString()).contains("no heartbeat for");
    await().atMost(PATIENCE).until(() -> link.status().trouble().isPresent());
  }

  @Test
  void aWithdrawalThatIsNotConfirmedIsTriedUntilItIs() {
    WatchdogLink link = link(LEASE);
    retreat.stuck = true;
    retreat.up = false;
    beatUntil(link, ENGAGED, link::watching);
    beatUntil(link, new Beat(false, true, "ours failed"), () -> retreat.orders.get() > 3);
    awaitEvent(WatchdogEvent.Kind.WITHDRAWAL_FAILED);
    assertThat(link.status().withdrawn()).isFalse();
    retreat.dead = true;
    retreat.stuck = false;
    int before = retreat.orders.get();
    retreat.dead = false;
    awaitEvent(WatchdogEvent.Kind.WITHDRAWN);
    assertThat(retreat.orders.get()).isGreaterThan(before);
  }

  @Test
  void aWatchdogWithADeadLineIsNoWatchdog() {
    WatchdogLink link = link(LEASE);
    beatUntil(link, IDLE, () -> ready(link));
    retreat.dead = true;
    beatUntil(link, IDLE, () -> !ready(link));
    assertThat(link.status().trouble().orElseThrow())
        .contains("cannot reach the instrument itself: the line is dead");
    retreat.dead = false;
    beatUntil(link, IDLE, () -> ready(link));
  }

  @Test
  void aStraySupervisorNeitherIsWatchedNorKeepsTheWatchdogQuiet() {
    WatchdogLink link = link(Duration.ofSeconds(3));
    beatUntil(link, ENGAGED, link::watching);
    retreat.up = false;
    WatchdogLink stray = link(LEASE);
    beatUntil(stray, ENGAGED, () -> !events.isEmpty() && events.toString().contains("lost while"));
    assertThat(events.toString()).contains("one supervisor at a time");
    awaitEvent(WatchdogEvent.Kind.WITHDRAWN);
    assertThat(stray.watching()).as("a latched watchdog watches for nobody").isFalse();
  }

  @Test
  void theLatchOutlivesTheWatchdog() throws IOException {
    WatchdogLink link = link(LEASE);
    beatUntil(link, ENGAGED, link::watching);
    link.close();
    awaitEvent(WatchdogEvent.Kind.WITHDRAWN);
    server.close();
    assertThat(retreat.closed).isTrue();
    FakeRetreat again = new FakeRetreat();
    server = WatchdogServer.start(Listening.plain("127.0.0.1", 0), again, folder, events::add);
    WatchdogLink next = link(LEASE);
    beatUntil(next, IDLE, () -> next.status().latched());
    assertThat(next.status().latchReason()).contains("is lost while");
    assertThat(next.status().withdrawn()).isTrue();
    assertThat(again.orders).as("up once; a person may work by hand since").hasValue(0);
  }

  @Test
  void withTlsOnlyASupervisorsCertificateIsLetIn() throws IOException {
    Path certificates = folder.resolve("certs");
    DevelopmentAuthority authority = DevelopmentAuthority.in(certificates);
    Duration day = Duration.ofDays(1);
    Path own = authority.forBridge(List.of("127.0.0.1"), day);
    server.close();
    server =
        WatchdogServer.start(
            Listening.withTls("127.0.0.1", 0, TlsFolder.read(own)),
            new FakeRetreat(),
            folder.resolve("second"),
            events::add);
    WatchdogLink agent = link(address(authority.forClient("agent", Role.AGENT, day)), LEASE);
    beatUntil(
        agent,
        IDLE,
        () -> agent.status().trouble().orElse("").contains("tipwright:role:supervisor"));
    WatchdogLink bridge =
        link(address(authority.forClient("bridge7", Role.SUPERVISOR, day)), LEASE);
    beatUntil(bridge, IDLE, () -> ready(bridge));
    assertThat(events).as("one connection was let in").hasSize(1);
  }

  private BridgeAddress address(Path certificate) {
    return new BridgeAddress("127.0.0.1", server.port(), Optional.of(TlsFolder.read(certificate)));
  }

  @Test
  void oneResetOfTheOperatorResetsBoth() throws Refusal {
    WatchdogLink first = link(LEASE);
    beatUntil(first, ENGAGED, first::watching);
    first.close();
    awaitEvent(WatchdogEvent.Kind.WITHDRAWN);

    WatchdogLink link = link(LEASE);
    SafetySupervisor supervisor =
        new SafetySupervisor(
            new RecordingInstrument(),
            LimitProfileReader.shipped(),
            MonotonicClock.ofThisMachine(),
            event -> {},
            DecisionLog.NONE,
            link);
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              supervisor.watch();
              return supervisor.state().state() == SafetyState.TRIPPED;
            });
    assertThat(supervisor.state().tripReason()).startsWith("the watchdog withdrew the tip: ");
    supervisor.reset("anna");
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              supervisor.watch();
              return ready(link);
            });
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.READ_ONLY);
    Thread watch = new Thread(() -> keepWatching(supervisor));
    watch.setDaemon(true);
    watch.start();
    open.add(watch::interrupt);
    supervisor.arm("anna", 60);
    String lease = supervisor.acquireLease("agent", false);
    supervisor.approach(new Ticket(lease, 1, () -> false));
    assertThat(supervisor.state().engaged()).isTrue();
  }

  private static void keepWatching(SafetySupervisor supervisor) {
    while (!Thread.currentThread().isInterrupted()) {
      supervisor.watch();
      LockSupport.parkNanos(20_000_000);
    }
  }
}
