package org.tipwright.bridge.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tipwright.bridge.instrument.TipPosition;

/** A current that tells nothing of the junction trips. */
class CurrentSenseTest extends SupervisedLift {

  @Test
  void aCurrentThatStandsStillTripsAfterOneAngstrom() throws Refusal {
    inContact();
    instrument.flat = true;
    for (int i = 1; i <= 4; i++) {
      supervisor.moveTip(next(), up(0.3 * i));
    }
    Refusal refusal = refusal(() -> supervisor.moveTip(next(), up(1.5)));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TRIPPED);
    assertThat(refusal).hasMessageContaining("reads exactly").hasMessageContaining("since 1.20 Å");
    assertThat(instrument.withdrawn()).isTrue();
  }

  @Test
  void theWayCountsAlsoWhereItLeadsBack() throws Refusal {
    inContact();
    instrument.flat = true;
    for (int i = 1; i <= 4; i++) {
      supervisor.moveTip(next(), up(0.3 * (i % 2)));
    }
    assertThat(refusal(() -> supervisor.moveTip(next(), up(0.3))).kind())
        .isEqualTo(Refusal.Kind.TRIPPED);
  }

  @Test
  void nextToNoCurrentInContactTrips() throws Refusal {
    inContact();
    supervisor.moveTip(next(), up(0.3));
    instrument.currentNanoampere = 0.005;
    Refusal refusal = refusal(() -> supervisor.moveTip(next(), TipPosition.CONTACT));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TRIPPED);
    assertThat(refusal).hasMessageContaining("is the preamplifier on?");
  }

  @Test
  void farFromContactADarkJunctionIsNone() throws Refusal {
    inContact();
    supervisor.moveTip(next(), up(0.3));
    instrument.currentNanoampere = 0.005;
    assertThat(supervisor.moveTip(next(), up(0.6)).executed()).isTrue();
  }
}
