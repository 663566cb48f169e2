package org.tipwright.bridge.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.instrument.RecordingInstrument;

/** Nothing moves that is not written down first, and a log that fails ends in a withdrawn tip. */
class DecisionLogTest {

  private final RecordingInstrument instrument = new RecordingInstrument();
  private final List<SafetyEvent> taken = new CopyOnWriteArrayList<>();
  private volatile boolean takes = true;
  private volatile boolean writes = true;
  private volatile int movesWhenWritten = -1;
  private final SafetySupervisor supervisor =
      new SafetySupervisor(
          instrument,
          LimitProfileReader.shipped(),
          new ManualClock(),
          event -> {},
          new DecisionLog() {
            @Override
            public boolean take(SafetyEvent event) {
              return takes && taken.add(event);
            }

            @Override
            public boolean awaitWritten(Duration longest) {
              movesWhenWritten = instrument.moves().size();
              return writes;
            }
          },
          Watchdog.NONE);
  private String lease = "";
  private long sequence;

  private Ticket next() {
    sequence++;
    return new Ticket(lease, sequence, () -> false);
  }

  private void inContact() throws Refusal {
    supervisor.arm("operator", 60);
    lease = supervisor.acquireLease("agent", false);
    supervisor.approach(next());
  }

  private Refusal refusedMove() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> supervisor.moveTip(next(), SupervisedLift.up(0.1)));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  @Test
  void theDecisionToMoveIsTakenAndWrittenBeforeAnythingMoves() throws Refusal {
    inContact();
    supervisor.moveTip(next(), SupervisedLift.up(0.1));
    assertThat(movesWhenWritten).as("moves before the second decision was written").isEqualTo(1);
    assertThat(taken)
        .extracting(SafetyEvent::kind)
        .containsExactly(
            SafetyEvent.Kind.STATE,
            SafetyEvent.Kind.LEASE,
            SafetyEvent.Kind.ALLOWED,
            SafetyEvent.Kind.ALLOWED);
  }

  @Test
  void aDecisionThatIsNotTakenTripsAndNothingMoves() throws Refusal {
    inContact();
    takes = false;
    assertThat(refusedMove()).hasMessageContaining("tripped");
    assertThat(instrument.moves()).containsExactly("approach");
    assertThat(instrument.withdrawn()).isTrue();
    assertThat(supervisor.state().tripReason()).contains("audit log does not take");
  }

  @Test
  void aDecisionThatIsNotWrittenTripsAndNothingMoves() throws Refusal {
    inContact();
    writes = false;
    assertThat(refusedMove()).hasMessageContaining("tripped");
    assertThat(instrument.moves()).containsExactly("approach");
    assertThat(instrument.withdrawn()).isTrue();
    assertThat(supervisor.state().tripReason()).contains("audit log was not written in time");
  }

  @Test
  void withALogThatStaysBrokenNobodyArmsAgain() throws Refusal {
    inContact();
    takes = false;
    refusedMove();
    supervisor.reset("operator");
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.TRIPPED);
    takes = true;
    supervisor.reset("operator");
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.READ_ONLY);
  }

  @Test
  void aStopNeedsNoLog() throws Refusal {
    inContact();
    takes = false;
    writes = false;
    assertThat(supervisor.emergencyStop("somebody").engaged()).isFalse();
    assertThat(supervisor.state().tripReason()).contains("emergency stop by 'somebody'");
  }
}
