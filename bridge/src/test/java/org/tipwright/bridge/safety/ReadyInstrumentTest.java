package org.tipwright.bridge.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An instrument is armed only if it is set as it must be, and has to stay so. */
class ReadyInstrumentTest extends SupervisedLift {

  @Test
  void armingIsRefusedWithEveryReason() {
    instrument.unready = List.of("SafeTip is off but must be on", "the tip lift is -100 pm");
    instrument.setBias(0.05);
    assertThat(refusal(() -> supervisor.arm("operator", 60)))
        .hasMessageContaining("the instrument is not ready: SafeTip is off but must be on; the tip")
        .hasMessageContaining("lift is -100 pm; bias of 50.00 mV exceeds 5.00 mV (phase approach,")
        .hasMessageContaining("set it at the instrument");
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.READ_ONLY);
  }

  @Test
  void armingIsRefusedIfTheSettingsCannotBeRead() {
    instrument.unready = null;
    assertThat(refusal(() -> supervisor.arm("operator", 60)))
        .hasMessageContaining("cannot be asked for its settings: the instrument refused SafeTip");
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.READ_ONLY);
  }

  @Test
  void anInstrumentThatIsNotReadyIsNotApproachedWith() throws Refusal {
    armed();
    instrument.unready = List.of("SafeTip is off but must be on");
    assertThat(refusal(() -> supervisor.approach(next())))
        .hasMessageContaining("not ready: SafeTip is off but must be on; nothing was moved");
    assertThat(instrument.done).isEmpty();
  }

  @Test
  void aSettingThatSomebodyChangesWhileArmedWithdrawsAndLatches() throws Refusal {
    inContact();
    supervisor.lookForChanges();
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.ARMED);
    instrument.changed = List.of("SafeTip was on and is off");
    supervisor.lookForChanges();
    assertThat(instrument.withdrawn()).isTrue();
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.TRIPPED);
    assertThat(supervisor.state().tripReason()).contains("SafeTip was on and is off");
  }

  @Test
  void settingsThatCannotBeReadWhileArmedWithdrawAndLatch() throws Refusal {
    inContact();
    instrument.changed = null;
    supervisor.lookForChanges();
    assertThat(instrument.withdrawn()).isTrue();
    assertThat(supervisor.state().tripReason())
        .contains("settings cannot be read: no answer to SafeTip.OnOffGet");
  }

  @Test
  void unarmedAnOperatorMayChangeWhatHeLikes() {
    instrument.changed = List.of("SafeTip was on and is off");
    supervisor.lookForChanges();
    assertThat(supervisor.state().state()).isEqualTo(SafetyState.READ_ONLY);
    assertThat(instrument.done).isEmpty();
  }
}
