package org.tipwright.bridge.nanonis.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.Phase;

/** What readings lead to; the shipped profile wants two beyond a limit in a row. */
class JunctionRulesTest {

  private static final int OFF = 1;
  private static final int ON = 2;
  private static final double ANGSTROM = 1e-10;

  private final JunctionRules rules = new JunctionRules(LimitProfileReader.shipped());
  private double nanoampere = 0.05;
  private double volt = 0.05;
  private double setpoint = 0.05;
  private int status = ON;
  private double z = 5e-9;
  private long nanos;
  private double noise;
  private boolean flat;

  private Reading reading() {
    nanos += 20_000_000;
    noise = 1e-9 - noise;
    return new Reading(
        flat ? nanoampere : nanoampere * (1 + noise), volt, setpoint, status, z, nanos);
  }

  private Optional<String> see(int times) {
    Optional<String> last = Optional.empty();
    for (int i = 0; i < times; i++) {
      last = rules.see(reading());
    }
    return last;
  }

  private void armed(Phase phase) {
    rules.armed(phase, reading());
    assertThat(see(100)).isEmpty();
  }

  @Test
  void oneReadingBeyondTheTripIsNoiseAndTwoAreNot() {
    armed(Phase.SCAN);
    nanoampere = 2.1;
    assertThat(see(1)).isEmpty();
    assertThat(see(1)).hasValueSatisfying(why -> assertThat(why).contains("trip of 2.00 nA"));
  }

  @Test
  void oneReadingAtTheRailIsEnough() {
    armed(Phase.LIFT);
    nanoampere = -100;
    assertThat(see(1)).hasValueSatisfying(why -> assertThat(why).contains("rail"));
  }

  @Test
  void theRailIsAllowedWhereTheTipIsShaped() {
    armed(Phase.TIP_PREPARATION);
    nanoampere = 100;
    assertThat(see(5)).isEmpty();
  }

  @Test
  void conductanceBitesBeforeTheCurrentDoes() {
    volt = 0.02;
    setpoint = 0.05;
    armed(Phase.SCAN);
    nanoampere = 1.7;
    assertThat(see(2)).hasValueSatisfying(why -> assertThat(why).contains("conductance of"));
  }

  @Test
  void readingsThatAreNoNumbersTrip() {
    armed(Phase.SCAN);
    nanoampere = Double.NaN;
    assertThat(see(1)).isPresent();
  }

  @Test
  void aCurrentThatStandsStillWhileZGoesOnTrips() {
    armed(Phase.APPROACH);
    flat = true;
    assertThat(see(100)).isEmpty();
    for (int i = 0; i < 10; i++) {
      z -= 0.1 * ANGSTROM;
      assertThat(see(1)).isEmpty();
    }
    z -= 0.1 * ANGSTROM;
    assertThat(see(1)).hasValueSatisfying(why -> assertThat(why).contains("reads exactly"));
  }

  @Test
  void safeTipTrips() {
    armed(Phase.SCAN);
    status = Reading.SAFE_TIP;
    assertThat(see(1)).hasValue("SafeTip has fired");
  }

  @Test
  void aBiasOrSetpointOrFeedbackChangedBehindOurBackTrips() {
    armed(Phase.SCAN);
    volt = 0.06;
    assertThat(see(2)).hasValueSatisfying(why -> assertThat(why).contains("bias from 50.00"));
    volt = 0.05;
    assertThat(see(1)).isEmpty();
    setpoint = 0.06;
    assertThat(see(2)).hasValueSatisfying(why -> assertThat(why).contains("setpoint from"));
    setpoint = 0.05;
    status = OFF;
    assertThat(see(2)).hasValueSatisfying(why -> assertThat(why).contains("feedback off"));
  }

  @Test
  void whatACommandChangesIsLearned() {
    armed(Phase.SCAN);
    rules.changing(nanos);
    volt = 0.06;
    assertThat(see(100)).isEmpty();
  }

  @Test
  void leavingThePlaneTripsInAScan() {
    armed(Phase.SCAN);
    z -= 9 * ANGSTROM;
    assertThat(see(2)).isEmpty();
    z -= 2 * ANGSTROM;
    assertThat(see(2)).hasValueSatisfying(why -> assertThat(why).contains("height of -11.00 Å"));
  }

  @Test
  void theSoftRangeHoldsUpAndTheHardOneTrips() {
    armed(Phase.APPROACH);
    status = OFF;
    rules.changing(nanos);
    nanoampere = 0.5;
    z -= 2.9 * ANGSTROM;
    assertThat(see(5)).isEmpty();
    assertThat(rules.paused()).isEmpty();
    z -= 0.2 * ANGSTROM;
    assertThat(see(5)).isEmpty();
    assertThat(rules.paused()).contains("height of -3.10 Å");
    z += 0.2 * ANGSTROM;
    assertThat(see(1)).isEmpty();
    assertThat(rules.paused()).isEmpty();
    z -= 0.7 * ANGSTROM;
    assertThat(see(2)).isPresent();
  }

  @Test
  void aLiftCountsFromWhereTheOperatorArmedForIt() {
    armed(Phase.APPROACH);
    status = OFF;
    rules.changing(nanos);
    nanoampere = 5;
    z -= 2.5 * ANGSTROM;
    assertThat(see(5)).isEmpty();
    double contact = z;
    armed(Phase.LIFT);
    assertThat(rules.origin().zMetre()).isEqualTo(contact);
    z -= 0.4 * ANGSTROM;
    assertThat(see(2)).isPresent();
    z = contact;
    armed(Phase.APPROACH);
    assertThat(rules.origin().zMetre()).as("not 3 Å below contact").isEqualTo(5e-9);
  }

  @Test
  void theWayDownIsNotCountedFromCloserThanAScan() {
    volt = 0.005;
    setpoint = 45;
    nanoampere = 45;
    armed(Phase.DRAG);
    armed(Phase.APPROACH);
    assertThat(rules.origin().known()).isFalse();
  }

  @Test
  void outsideFromTheBeginningIsNoTripUntilItWasInside() {
    armed(Phase.APPROACH);
    status = OFF;
    rules.changing(nanos);
    nanoampere = 0.05;
    z += 10 * ANGSTROM;
    armed(Phase.CARRY);
    assertThat(rules.paused()).contains("height of 10.00 Å is below 20.00 Å");
    z += 11 * ANGSTROM;
    assertThat(see(2)).isEmpty();
    z -= 2 * ANGSTROM;
    assertThat(see(2)).isPresent();
  }
}
