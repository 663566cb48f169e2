package org.tipwright.bridge.nanonis.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.instrument.TipPosition;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.server.NanonisServer;
import org.tipwright.bridge.nanonis.server.ServerSettings;

/** The driver over real sockets, against a surface with one molecule. */
class NanonisInstrumentTest {

  private static final double FAST = 100;
  private static final double MEASURE_VOLT = 0.05;
  private static final double MEASURE_NANOAMPERE = 0.02;

  private final OneMoleculeMicroscope microscope = new OneMoleculeMicroscope();
  private NanonisServer server;
  private NanonisInstrument instrument;

  @BeforeEach
  void connect() throws Exception {
    server =
        NanonisServer.start(
            ServerSettings.loopback(List.of(0, 0, 0, 0), Catalogue.R13742), microscope);
    instrument = NanonisInstrument.connect(DriverSettings.from(hasty("")));
  }

  private Config hasty(String more) {
    return ConfigFactory.parseString(
        "ports = "
            + server.ports()
            + "\nreply-milliseconds = 2000, emergency-reply-milliseconds = 1000,"
            + " settling-seconds = 0.001, rest-seconds = 0.1, height-readings = 2,"
            + " bias-ramp-volt-per-second = 10, approach-angstrom-per-second = 100,"
            + " travel-nanometre-per-second = 10000, withdraw-seconds = 0.2\n"
            + more);
  }

  @AfterEach
  void close() {
    microscope.silentCommand = "";
    instrument.close();
    server.close();
  }

  @Test
  void connectingMovesNothing() throws Exception {
    assertThat(microscope.motions).isEmpty();
    assertThat(instrument.withdrawn()).isTrue();
    assertThat(instrument.describe().signals()).containsExactly("current");
  }

  @Test
  void anApproachEndsInContactAtTheBiasThatWasSet() throws Exception {
    instrument.approach();
    assertThat(microscope.biasVolt()).isEqualTo(0.003, within(1e-9));
    double contact = (1.8 + OneMoleculeMicroscope.CONTACT_ANGSTROM) * 1e-10;
    assertThat(microscope.zMetre()).isBetween(contact - 5.1e-12, contact + 1e-13);
    assertThat(instrument.position().distanceAngstrom(TipPosition.CONTACT)).isLessThan(1e-3);
    assertThat(instrument.signals().logConductanceMean()).isEqualTo(3.5, within(0.05));
    assertThat(instrument.withdrawn()).isFalse();
  }

  @Test
  void withoutAMoleculeTheApproachRetreatsFromAboveTheSurface() throws Exception {
    microscope.bindsToTheTip = false;
    assertThat(instrument.approach().missed()).contains("nothing held the tip within 3.0 Å");
    assertThat(microscope.lowestAngstrom()).isGreaterThan(1.8);
    assertThat(instrument.withdrawn()).isTrue();
    assertThat(instrument.biasVolt()).isEqualTo(0.003, within(1e-9));
  }

  @Test
  void aTipThatStillCreepsIsNotLoweredWithoutTheFeedback() {
    microscope.creepMetrePerSecond = 1e-10;
    assertThatThrownBy(instrument::approach).hasMessageContaining("z still creeps by -");
    assertThat(microscope.motions).noneMatch(motion -> motion.startsWith("ZCtrl.ZPosSet"));
  }

  @Test
  void aJumpThatNeitherHoldsNorGoesAwayEndsTheApproachWithTheTipUp() throws Exception {
    microscope.heldDecadesPerAngstrom = 0.9;
    assertThat(instrument.approach().missed()).contains("neither contact nor vacuum");
    assertThat(instrument.withdrawn()).isTrue();
  }

  @Test
  void aJumpThatNoVacuumGivesIsContactIfMostOfItStays() throws Exception {
    microscope.heldDecadesPerAngstrom = 0.8;
    microscope.heldDecades = 4.3;
    assertThat(instrument.approach().missed()).isEmpty();
  }

  @Test
  void aBlindApproachIsRefused() throws Exception {
    microscope.setBiasVolt(1e-4);
    assertThatThrownBy(instrument::approach).hasMessageContaining("at least 1 mV");
    assertThat(microscope.motions).isEmpty();
  }

  @Test
  void aMoveGoesInSmallStepsUpBeforeSideways() throws Exception {
    instrument.approach();
    microscope.motions.clear();
    instrument.moveTip(new TipPosition(0.1, -0.2, 0.3), FAST);
    assertThat(microscope.motions).hasSize(2 * 8);
    for (int i = 0; i < microscope.motions.size(); i++) {
      assertThat(microscope.motions.get(i))
          .startsWith(i % 2 == 0 ? "ZCtrl.ZPosSet" : "FolMe.XYPosSet");
    }
    assertThat(largestStep(microscope.motions, "z")).isLessThan(0.05e-10);
    assertThat(instrument.position().distanceAngstrom(new TipPosition(0.1, -0.2, 0.3)))
        .isLessThan(1e-3);
    microscope.motions.clear();
    instrument.moveTip(new TipPosition(0, -0.2, 0.2), FAST);
    assertThat(microscope.motions.get(0)).startsWith("FolMe.XYPosSet");
  }

  @Test
  void whatAMoveShowsIsMeasuredAtItsEnd() throws Exception {
    instrument.approach();
    double atContact = instrument.signals().logConductanceMean();
    instrument.moveTip(new TipPosition(0, 0, 1), FAST);
    double falls = microscope.heldDecadesPerAngstrom;
    assertThat(instrument.signals().logConductanceMean())
        .isEqualTo(atContact - falls, within(0.01));
    assertThat(instrument.signals().logConductanceJump()).isEqualTo(-falls, within(0.01));
  }

  private static double largestStep(List<String> motions, String coordinate) {
    Pattern pattern = Pattern.compile(" " + coordinate + "=(\\S+)");
    List<Double> places = new ArrayList<>();
    for (String motion : motions) {
      Matcher place = pattern.matcher(motion);
      if (place.find()) {
        places.add(Double.parseDouble(place.group(1)));
      }
    }
    double largest = 0;
    for (int i = 1; i < places.size(); i++) {
      largest = Math.max(largest, Math.abs(places.get(i) - places.get(i - 1)));
    }
    return largest;
  }

  @Test
  void aMoveTakesTheTimeOfItsSpeed() throws Exception {
    instrument.approach();
    double before = instrument.timeSeconds();
    instrument.moveTip(new TipPosition(0, 0, 0.2), 1);
    assertThat(instrument.timeSeconds() - before).isGreaterThanOrEqualTo(0.2);
  }

  @Test
  void aLiftedMoleculeIsMeasuredOnTheTipAndMissingInItsSite() throws Exception {
    instrument.approach();
    instrument.moveTip(new TipPosition(0, 0, 15), FAST);
    instrument.withdraw();
    assertThat(instrument.withdrawn()).isTrue();
    double change = instrument.tipHeightChangeAngstrom(MEASURE_VOLT, MEASURE_NANOAMPERE);
    assertThat(change).isEqualTo(8, within(0.01));
    double site = instrument.siteHeightAngstrom(MEASURE_VOLT, MEASURE_NANOAMPERE);
    assertThat(site).isEqualTo(0, within(0.01));
    assertThat(microscope.biasVolt()).isEqualTo(0.003, within(1e-9));
    assertThat(instrument.withdrawn()).isTrue();
  }

  @Test
  void aMoleculeThatStayedIsMeasuredInItsSite() throws Exception {
    microscope.rupturesAtAngstrom = 3;
    instrument.approach();
    instrument.moveTip(new TipPosition(0, 0, 4), FAST);
    instrument.withdraw();
    assertThat(instrument.tipHeightChangeAngstrom(MEASURE_VOLT, MEASURE_NANOAMPERE))
        .isEqualTo(0, within(0.01));
    assertThat(instrument.siteHeightAngstrom(MEASURE_VOLT, MEASURE_NANOAMPERE))
        .isEqualTo(1.8, within(0.01));
  }

  @Test
  void theSlopeOfTheSurfaceIsTakenOffTheHeightOfTheSite() throws Exception {
    microscope.rupturesAtAngstrom = 3;
    instrument.close();
    instrument = NanonisInstrument.connect(DriverSettings.from(hasty("slope-degree = [1, 0]")));
    instrument.approach();
    instrument.withdraw();
    double rise = (6.2 - 100) * Math.tan(Math.toRadians(1));
    assertThat(instrument.siteHeightAngstrom(MEASURE_VOLT, MEASURE_NANOAMPERE))
        .isEqualTo(1.8 - rise, within(0.01));
  }

  @Test
  void whatIsMetAgainInTheSameSiteIsTheSameMolecule() throws Exception {
    microscope.rupturesAtAngstrom = 3;
    assertThat(instrument.approach().sameMolecule()).isFalse();
    instrument.moveTip(new TipPosition(0, 0, 4), FAST);
    instrument.withdraw();
    assertThat(instrument.approach().sameMolecule()).isTrue();
  }

  @Test
  void closingLeavesATipAloneThatItNeverHadInHand() throws Exception {
    microscope.motions.clear();
    instrument.close();
    assertThat(microscope.motions).isEmpty();
  }

  @Test
  void closingBringsATipUpThatItHadInHand() throws Exception {
    instrument.approach();
    instrument.close();
    assertThat(microscope.zMetre()).isEqualTo(OneMoleculeMicroscope.TOP_METRE, within(1e-12));
  }

  @Test
  void aWithdrawalEndsAMoveUnderWay() throws Exception {
    instrument.approach();
    CompletableFuture<Throwable> move =
        CompletableFuture.supplyAsync(
            () -> catchThrowable(() -> instrument.moveTip(new TipPosition(0, 0, 10), 1)));
    microscope.motions.clear();
    await().until(() -> !microscope.motions.isEmpty());
    instrument.withdraw();
    assertThat(move.get(5, TimeUnit.SECONDS))
        .isInstanceOf(InstrumentException.class)
        .hasMessageContaining("withdrawn meanwhile");
    assertThat(microscope.zMetre()).isEqualTo(OneMoleculeMicroscope.TOP_METRE, within(1e-12));
    assertThatThrownBy(() -> instrument.moveTip(new TipPosition(0, 0, 1), FAST))
        .hasMessageContaining("withdrawn");
  }

  @Test
  void afterAMoveThatWasNotAnsweredNoneIsSentUntilTheTipIsUp() throws Exception {
    instrument.approach();
    microscope.motions.clear();
    microscope.silentCommand = "ZCtrl.ZPosSet";
    assertThatThrownBy(() -> instrument.moveTip(new TipPosition(0, 0, 0.3), FAST))
        .hasMessageContaining("no answer to ZCtrl.ZPosSet in time");
    microscope.silentCommand = "";
    assertThatThrownBy(() -> instrument.moveTip(new TipPosition(0, 0, 0.3), FAST))
        .hasMessageContaining("withdraw the tip first");
    assertThatThrownBy(() -> instrument.setBias(0.004)).hasMessageContaining("was not sent");
    assertThat(microscope.motions).isEmpty();
    assertThat(instrument.position().distanceAngstrom(TipPosition.CONTACT)).isLessThan(1e-3);
    instrument.withdraw();
    assertThat(instrument.withdrawn()).isTrue();
  }

  @Test
  void aDeadEmergencyLineDoesNotKeepTheTipDown() throws Exception {
    instrument.approach();
    server.close();
    List<Integer> ports = server.ports();
    server =
        NanonisServer.start(
            ServerSettings.loopback(ports.subList(0, 2), Catalogue.R13742), microscope);
    instrument.withdraw();
    assertThat(microscope.zMetre()).isEqualTo(OneMoleculeMicroscope.TOP_METRE, within(1e-12));
  }

  @Test
  void aDeadEmergencyLineIsTold() throws Exception {
    assertThat(instrument.trouble()).isEmpty();
    server.close();
    List<Integer> ports = server.ports();
    server =
        NanonisServer.start(
            ServerSettings.loopback(ports.subList(0, 2), Catalogue.R13742), microscope);
    assertThat(instrument.withdrawn()).isTrue();
    assertThat(instrument.trouble())
        .hasValueSatisfying(why -> assertThat(why).contains("line for emergencies"));
  }

  @Test
  void aCurrentThatStandsStillEndsTheMove() throws Exception {
    instrument.approach();
    microscope.flatAmpere = 3e-9;
    microscope.motions.clear();
    assertThatThrownBy(() -> instrument.moveTip(new TipPosition(0, 0, 1), FAST))
        .hasMessageContaining("5 times in a row");
    assertThat(microscope.motions).hasSizeLessThan(8);
  }

  @Test
  void anAmplifierThatIsOffEndsTheApproachBeforeTheTipComesDown() throws Exception {
    microscope.flatAmpere = 0;
    assertThatThrownBy(instrument::approach).hasMessageContaining("is the preamplifier on");
    assertThat(microscope.motions).noneMatch(motion -> motion.startsWith("ZCtrl.ZPosSet"));
  }

  @Test
  void aHeightThatIsMisreadMovesNothing() throws Exception {
    instrument.approach();
    instrument.moveTip(new TipPosition(0, 0, 0.3), FAST);
    microscope.motions.clear();
    microscope.inverted = true;
    assertThatThrownBy(() -> instrument.moveTip(new TipPosition(0, 0, 0.2), FAST))
        .hasMessageContaining("it is not moved");
    assertThat(microscope.motions).isEmpty();
  }

  @Test
  void aSiteFarAboveTheBareSpotIsNotBelieved() throws Exception {
    instrument.close();
    instrument =
        NanonisInstrument.connect(DriverSettings.from(hasty("site-over-bare-angstrom = 0.5")));
    assertThatThrownBy(instrument::approach).hasMessageContaining("over the bare spot");
    assertThat(microscope.motions).noneMatch(motion -> motion.startsWith("ZCtrl.ZPosSet"));
  }

  @Test
  void tooMuchCurrentEndsAMove() throws Exception {
    instrument.approach();
    microscope.setBiasVolt(0.5);
    assertThatThrownBy(() -> instrument.moveTip(new TipPosition(0, 0, 1), FAST))
        .hasMessageContaining("more than 80.0");
  }

  @Test
  void theBiasIsRamped() throws Exception {
    instrument.setBias(0.0055);
    assertThat(instrument.biasVolt()).isEqualTo(0.0055, within(1e-9));
  }

  @Test
  void unknownAndImpossibleSettingsAreRefused() {
    assertThatThrownBy(() -> DriverSettings.from(ConfigFactory.parseString("hosts = a")))
        .hasMessageContaining("has no setting 'hosts'");
    assertThatThrownBy(() -> DriverSettings.from(ConfigFactory.parseString("ports = [1]")))
        .hasMessageContaining("four are needed");
    assertThatThrownBy(() -> DriverSettings.from(ConfigFactory.parseString("trip-nanoampere = -1")))
        .hasMessageContaining("trip-nanoampere: must be above 0");
  }
}
