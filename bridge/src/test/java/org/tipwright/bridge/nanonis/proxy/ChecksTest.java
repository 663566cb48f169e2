package org.tipwright.bridge.nanonis.proxy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.nanonis.Answer;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.Value;
import org.tipwright.bridge.safety.LimitProfile;
import org.tipwright.bridge.safety.LimitProfileReader;
import org.tipwright.bridge.safety.Phase;

/** Each check of the allow-list against an instrument that stands as it is told to. */
class ChecksTest {

  private static final Catalogue CATALOGUE = Catalogue.of(Catalogue.R13742);
  private static final LimitProfile PROFILE = LimitProfileReader.shipped();
  private static final int OFF = 1;
  private static final int ON = 2;

  private final Map<String, List<Object>> instrument = new HashMap<>();
  private boolean down = true;
  private Optional<Place> origin = Optional.of(new Place(0, 0, 0));
  private double busySeconds;
  private int tries;

  ChecksTest() {
    tells("Bias.Get", 0.05f);
    tells("ZCtrl.SetpntGet", 5e-11f);
    tells("Current.Get", 5e-11f);
    tells("ZCtrl.ZPosGet", 0f);
    tells("ZCtrl.StatusGet", ON);
    tells("ZCtrl.TipLiftGet", 0f);
    tells("FolMe.XYPosGet", 0.0, 0.0);
    tells("FolMe.SpeedGet", 1e-9f, 1);
    tells("FolMe.PSOnOffGet", 0);
    tells("Scan.StatusGet", 0);
    tells("Scan.FrameGet", 0f, 0f, 1e-8f, 1e-8f, 0f);
    tells("Scan.SpeedGet", 2e-8f, 2e-8f, 0.5f, 0.5f, 0, 1f);
    tells("TipShaper.PropsGet", 0.05f, 1, 0.02f, -5e-10f, 1f, 0.02f, 0.2f, 2e-9f, 0.2f, 0.1f, 1);
  }

  private void tells(String command, Object... values) {
    instrument.put(command, List.of(values));
  }

  private double look(Phase phase, String check, String name, Object... arguments)
      throws Exception {
    Command command = CATALOGUE.command(name, arguments);
    Situation now =
        new Situation(
            (asked, with) ->
                new Answer(
                    CATALOGUE.find(asked).orElseThrow(),
                    instrument.getOrDefault(asked, List.of()).stream().map(Value::of).toList()),
            PROFILE,
            PROFILE.limits(phase),
            down,
            origin,
            busySeconds,
            tries);
    return requireNonNull(Check.BY_NAME.get(check), check).look(command, now);
  }

  private void refused(String why, Phase phase, String check, String name, Object... arguments) {
    assertThatThrownBy(() -> look(phase, check, name, arguments))
        .isInstanceOf(Beyond.class)
        .hasMessageContaining(why);
  }

  @Test
  void aBiasOutsideThePhaseIsRefused() throws Exception {
    look(Phase.SCAN, "bias", "Bias.Set", 0.1f);
    refused("exceeds 1000.00 mV (phase scan", Phase.SCAN, "bias", "Bias.Set", 1.1f);
    refused("is below 20.00 mV", Phase.SCAN, "bias", "Bias.Set", 0.01f);
    refused("exceeds 5.00 mV (phase lift", Phase.LIFT, "bias", "Bias.Set", 0.006f);
  }

  @Test
  void aBiasDoesNotCrossZeroWithTheTipDown() throws Exception {
    refused("would cross 0 V", Phase.SCAN, "bias", "Bias.Set", -0.05f);
    down = false;
    look(Phase.SCAN, "bias", "Bias.Set", -0.05f);
  }

  @Test
  void aBiasWhoseCurrentWouldTripAtOnceIsRefused() throws Exception {
    tells("Current.Get", 1e-10f);
    look(Phase.SCAN, "bias", "Bias.Set", 0.9f);
    tells("Bias.Get", 0.02f);
    refused("at that bias", Phase.SCAN, "bias", "Bias.Set", 0.5f);
  }

  @Test
  void aSetpointOfNothingOrLessIsRefused() throws Exception {
    look(Phase.SCAN, "setpoint", "ZCtrl.SetpntSet", 1e-10f);
    for (float bad : new float[] {0, -5e-11f, -0f}) {
      refused("finds the surface", Phase.SCAN, "setpoint", "ZCtrl.SetpntSet", bad);
    }
    refused("setpoint of", Phase.SCAN, "setpoint", "ZCtrl.SetpntSet", 1.1e-10f);
    tells("Bias.Get", 0.0001f);
    refused("blind", Phase.SCAN, "setpoint", "ZCtrl.SetpntSet", 5e-11f);
    tells("Bias.Get", 0.005f);
    refused("conductance of", Phase.DRAG, "setpoint", "ZCtrl.SetpntSet", 5.9e-8f);
  }

  @Test
  void theFeedbackIsNotClosedOnWhatSomebodyElseSet() throws Exception {
    look(Phase.SCAN, "feedback", "ZCtrl.OnOffSet", 1);
    tells("ZCtrl.SetpntGet", 1e-8f);
    refused("setpoint of", Phase.SCAN, "feedback", "ZCtrl.OnOffSet", 1);
    tells("ZCtrl.SetpntGet", 0f);
    refused("must be above 0", Phase.SCAN, "feedback", "ZCtrl.OnOffSet", 1);
    tells("ZCtrl.SetpntGet", 5e-11f);
    tells("Bias.Get", 0f);
    refused("is below 20.00 mV", Phase.SCAN, "feedback", "ZCtrl.OnOffSet", 1);
    tells("Bias.Get", 0.05f);
    tells("ZCtrl.StatusGet", 5);
    refused("SafeTip has fired", Phase.SCAN, "feedback", "ZCtrl.OnOffSet", 1);
    refused("not 7", Phase.SCAN, "feedback", "ZCtrl.OnOffSet", 7);
  }

  @Test
  void theFeedbackIsNotOpenedWhereThatLowersTheTip() throws Exception {
    look(Phase.APPROACH, "feedback", "ZCtrl.OnOffSet", 0);
    busySeconds = 0.5;
    refused("moving sideways", Phase.APPROACH, "feedback", "ZCtrl.OnOffSet", 0);
    busySeconds = 0;
    tells("Scan.StatusGet", 1);
    refused("moving sideways", Phase.SCAN, "feedback", "ZCtrl.OnOffSet", 0);
    tells("Scan.StatusGet", 0);
    tells("ZCtrl.TipLiftGet", -1e-10f);
    refused("would lower the tip", Phase.APPROACH, "feedback", "ZCtrl.OnOffSet", 0);
  }

  @Test
  void aHeightIsASmallStepWithTheFeedbackOff() throws Exception {
    refused("feedback off only", Phase.APPROACH, "height", "ZCtrl.ZPosSet", -4e-12f);
    tells("ZCtrl.StatusGet", OFF);
    assertThat(look(Phase.APPROACH, "height", "ZCtrl.ZPosSet", -4e-12f)).isBetween(0.07, 0.09);
    refused("step of", Phase.APPROACH, "height", "ZCtrl.ZPosSet", -6e-12f);
    tells("ZCtrl.ZPosGet", -2.98e-10f);
    refused("height of", Phase.APPROACH, "height", "ZCtrl.ZPosSet", -3.01e-10f);
    look(Phase.APPROACH, "height", "ZCtrl.ZPosSet", -2.95e-10f);
  }

  @Test
  void heightsDoNotComeFasterThanTheSpeedAllows() {
    tells("ZCtrl.StatusGet", OFF);
    busySeconds = 0.04;
    refused("takes 0.040 s more", Phase.APPROACH, "height", "ZCtrl.ZPosSet", -4e-12f);
  }

  @Test
  void aHeightWithoutAReferenceIsRefused() {
    tells("ZCtrl.StatusGet", OFF);
    origin = Optional.empty();
    refused("not known where positions count", Phase.LIFT, "height", "ZCtrl.ZPosSet", 1e-12f);
  }

  @Test
  void aRetreatGoesUpOnly() throws Exception {
    tells("ZCtrl.StatusGet", OFF);
    look(Phase.RETREAT, "height-up", "ZCtrl.ZPosSet", 4e-10f);
    refused("would lower it", Phase.RETREAT, "height-up", "ZCtrl.ZPosSet", -1e-12f);
  }

  @Test
  void theTipGoesSidewaysAtASpeedThatWasRead() throws Exception {
    look(Phase.SCAN, "lateral", "FolMe.XYPosSet", 1e-8, 0.0, 0);
    tells("FolMe.SpeedGet", 6e-8f, 1);
    refused("speed of", Phase.SCAN, "lateral", "FolMe.XYPosSet", 1e-8, 0.0, 0);
    tells("FolMe.SpeedGet", 1e-9f, 0);
    refused("scan's speed", Phase.SCAN, "lateral", "FolMe.XYPosSet", 1e-8, 0.0, 0);
  }

  @Test
  void theTipGoesSidewaysOnlyWhenNothingElseWouldHappen() throws Exception {
    tells("FolMe.PSOnOffGet", 1);
    refused("experiment would start", Phase.SCAN, "lateral", "FolMe.XYPosSet", 1e-8, 0.0, 0);
    tells("FolMe.PSOnOffGet", 0);
    tells("Scan.StatusGet", 1);
    refused("scan is running", Phase.SCAN, "lateral", "FolMe.XYPosSet", 1e-8, 0.0, 0);
    tells("Scan.StatusGet", 0);
    tells("ZCtrl.StatusGet", OFF);
    refused("with the feedback on", Phase.SCAN, "lateral", "FolMe.XYPosSet", 1e-8, 0.0, 0);
    down = false;
    look(Phase.SCAN, "lateral", "FolMe.XYPosSet", 1e-8, 0.0, 0);
  }

  @Test
  void aLiftKeepsToItsStepsAndItsCircle() throws Exception {
    tells("ZCtrl.StatusGet", OFF);
    tells("FolMe.SpeedGet", 1e-10f, 1);
    look(Phase.LIFT, "lateral", "FolMe.XYPosSet", 3e-11, 0.0, 0);
    refused("step of", Phase.LIFT, "lateral", "FolMe.XYPosSet", 4e-11, 0.0, 0);
    tells("FolMe.XYPosGet", 1.79e-9, 0.0);
    refused("lateral position", Phase.LIFT, "lateral", "FolMe.XYPosSet", 1.81e-9, 0.0, 0);
    tells("ZCtrl.StatusGet", ON);
    refused("feedback off", Phase.LIFT, "lateral", "FolMe.XYPosSet", 1.79e-9, 0.0, 0);
  }

  @Test
  void followMeKeepsItsOwnSpeed() throws Exception {
    look(Phase.SCAN, "follow-speed", "FolMe.SpeedSet", 5e-8f, 1);
    refused("custom = 1", Phase.SCAN, "follow-speed", "FolMe.SpeedSet", 5e-8f, 0);
    refused("above 0", Phase.SCAN, "follow-speed", "FolMe.SpeedSet", 0f, 1);
    refused("speed of", Phase.DRAG, "follow-speed", "FolMe.SpeedSet", 2e-9f, 1);
  }

  @Test
  void aScanStartsOnlyWithinEveryLimitThatItWouldUse() throws Exception {
    look(Phase.SCAN, "scan", "Scan.Action", 0, 1);
    tells("Scan.SpeedGet", 2e-8f, 2e-8f, 0.1f, 0.5f, 0, 1f);
    refused("speed of a line", Phase.SCAN, "scan", "Scan.Action", 0, 1);
    tells("Scan.SpeedGet", 2e-8f, 6e-8f, 0.5f, 0.5f, 0, 1f);
    refused("speed of a line", Phase.SCAN, "scan", "Scan.Action", 3, 1);
    tells("Scan.SpeedGet", 2e-8f, 2e-8f, 0.5f, 0.5f, 0, 1f);
    tells("ZCtrl.StatusGet", OFF);
    refused("needs the feedback on", Phase.SCAN, "scan", "Scan.Action", 6, 0);
    tells("ZCtrl.StatusGet", ON);
    tells("ZCtrl.SetpntGet", 2e-10f);
    refused("setpoint of", Phase.SCAN, "scan", "Scan.Action", 0, 1);
    refused("no action 9", Phase.SCAN, "scan", "Scan.Action", 9, 1);
  }

  @Test
  void aScanMovesNoTipThatIsUnderWay() throws Exception {
    busySeconds = 0.5;
    for (int action : new int[] {0, 3, 6}) {
      refused("moving sideways", Phase.SCAN, "scan", "Scan.Action", action, 1);
    }
    refused("moving sideways", Phase.DRAG, "feedback", "ZCtrl.OnOffSet", 1);
  }

  @Test
  void linesAreNotMadeFasterThanTheLimitInEitherWayOfSayingIt() throws Exception {
    look(Phase.SCAN, "scan-speed", "Scan.SpeedSet", 4e-8f, 4e-8f, 0f, 0f, 1, 0f);
    refused(
        "speed of a line",
        Phase.SCAN,
        "scan-speed",
        "Scan.SpeedSet",
        4e-8f,
        4e-8f,
        0.1f,
        0.5f,
        1,
        0f);
    refused(
        "speed of a line",
        Phase.SCAN,
        "scan-speed",
        "Scan.SpeedSet",
        4e-8f,
        6e-8f,
        0.5f,
        0.5f,
        2,
        0f);
    tells("Scan.StatusGet", 1);
    refused("scan is running", Phase.SCAN, "frame", "Scan.FrameSet", 0f, 0f, 1e-8f, 1e-8f, 0f);
  }

  @Test
  void pulsesAndDipsKeepToTheirLimitsAndTheirNumber() throws Exception {
    Phase tip = Phase.TIP_PREPARATION;
    look(tip, "pulse", "Bias.Pulse", 0, 0.05f, 3.9f, 1, 2);
    refused("pulse of", tip, "pulse", "Bias.Pulse", 0, 0.05f, 4.1f, 1, 2);
    refused("pulse of", tip, "pulse", "Bias.Pulse", 0, 0.05f, 3.96f, 1, 1);
    refused("pulse of", tip, "pulse", "Bias.Pulse", 0, 0.2f, 1f, 1, 2);
    refused("relative to", tip, "pulse", "Bias.Pulse", 0, 0.05f, 1f, 1, 0);
    look(tip, "dip", "TipShaper.Start", 0, 1000);
    tells("TipShaper.PropsGet", 0.05f, 1, 0.02f, -2e-9f, 10f, 0.02f, 0.2f, 2e-9f, 0.2f, 0.1f, 1);
    refused("dip of", tip, "dip", "TipShaper.Start", 0, 1000);
    tells("TipShaper.PropsGet", 0.05f, 1, 0.02f, -8e-10f, .2f, 0.02f, 0.2f, 2e-9f, 0.2f, 0.1f, 1);
    refused("speed of", tip, "dip", "TipShaper.Start", 0, 1000);
    tries = 5;
    refused("5 pulses and dips were made", tip, "pulse", "Bias.Pulse", 0, 0.05f, 1f, 1, 2);
  }

  @Test
  void numbersThatAreNoneAndEndlessTextsMakeNoSense() {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      assertThat(Sense.missing(CATALOGUE.command("Bias.Set", bad))).isPresent();
    }
    Command endless =
        CATALOGUE.command("Scan.PropsSet", 0, 0, 0, "x".repeat(100_000), "", List.<String>of());
    assertThat(Sense.missing(endless)).isPresent();
    assertThat(Sense.shown(endless)).hasSizeLessThan(100);
    assertThat(Sense.missing(CATALOGUE.command("Bias.Set", 0.1f))).isEmpty();
  }
}
