package org.tipwright.bridge.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tipwright.bridge.instrument.RecordingInstrument;

/** A listener that does not return, such as a paused terminal, keeps nobody from withdrawing. */
class ListenerTest {

  private final RecordingInstrument instrument = new RecordingInstrument();
  private final ManualClock clock = new ManualClock();
  private final List<SafetyEvent> heard = new CopyOnWriteArrayList<>();
  private final CountDownLatch release = new CountDownLatch(1);
  private volatile boolean blocking;
  private final SafetySupervisor supervisor =
      new SafetySupervisor(instrument, LimitProfileReader.shipped(), clock, this::hear);
  private String lease = "";

  private void hear(SafetyEvent event) {
    if (blocking) {
      try {
        release.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    heard.add(event);
  }

  private void inContactAndDeaf() throws Refusal {
    supervisor.arm("operator", 6000);
    lease = supervisor.acquireLease("agent", false);
    supervisor.approach(new Ticket(lease, 1, () -> false));
    blocking = true;
  }

  @AfterEach
  void letGo() {
    release.countDown();
  }

  /** Everything after which the tip must come up. */
  private enum Ending {
    LEASE_LOST_BY_THE_WATCH {
      @Override
      void come(ListenerTest test) {
        test.clock.advance(1.1);
        test.supervisor.watch();
      }
    },
    LEASE_LOST_BY_A_LATE_HEARTBEAT {
      @Override
      void come(ListenerTest test) throws Refusal {
        test.clock.advance(1.1);
        test.supervisor.renewLease(test.lease);
      }
    },
    LEASE_GIVEN_BACK {
      @Override
      void come(ListenerTest test) throws Refusal {
        test.supervisor.releaseLease(test.lease);
      }
    },
    LEASE_LOST_BY_ANOTHER_CLIENT {
      @Override
      void come(ListenerTest test) throws Refusal {
        test.clock.advance(1.1);
        test.supervisor.acquireLease("other", false);
      }
    },
    DISARMED {
      @Override
      void come(ListenerTest test) {
        test.supervisor.disarm("operator");
      }
    },
    STOPPED {
      @Override
      void come(ListenerTest test) {
        test.supervisor.emergencyStop("someone");
      }
    },
    CLOSED {
      @Override
      void come(ListenerTest test) {
        test.supervisor.close();
      }
    };

    abstract void come(ListenerTest test) throws Refusal;
  }

  @ParameterizedTest
  @EnumSource
  void theTipComesUpThoughTheListenerNeverReturns(Ending ending) throws Exception {
    inContactAndDeaf();
    CompletableFuture<Void> ended =
        CompletableFuture.runAsync(
            () -> {
              try {
                ending.come(this);
              } catch (Refusal refused) {
                assertThat(refused.getMessage()).isNotEmpty();
              }
            });
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(instrument.withdrawn()).isTrue());
    await().atMost(Duration.ofSeconds(5)).until(ended::isDone);
    ended.get();
    assertThat(supervisor.state().engaged()).isFalse();
  }

  @Test
  void withdrawingIsTriedAgainForAsLongAsTheListenerIsSilent() throws Exception {
    inContactAndDeaf();
    instrument.failingWithdrawals = 20;
    CompletableFuture<Void> watched =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 22; i++) {
                clock.advance(1.1);
                supervisor.watch();
              }
            });
    await().atMost(Duration.ofSeconds(10)).until(watched::isDone);
    assertThat(instrument.withdrawn()).isTrue();
  }

  @Test
  void whatAListenerMissesIsCountedAndTheRestComesInOrder() throws Exception {
    inContactAndDeaf();
    CompletableFuture<Void> asked =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 3000; i++) {
                try {
                  supervisor.reset("operator");
                } catch (Refusal notTripped) {
                  assertThat(notTripped.kind()).isEqualTo(Refusal.Kind.STATE);
                }
              }
            });
    await().atMost(Duration.ofSeconds(10)).until(asked::isDone);
    release.countDown();
    await().until(() -> heard.size() > 1000);
    assertThat(supervisor.eventsNotTold()).isBetween(1500L, 2500L);
    assertThat(heard).extracting(SafetyEvent::number).isSorted().doesNotHaveDuplicates();
  }
}
