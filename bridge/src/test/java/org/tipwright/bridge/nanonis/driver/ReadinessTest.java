package org.tipwright.bridge.nanonis.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tipwright.bridge.microscope.Microscope;
import org.tipwright.bridge.microscope.MicroscopeSettings;
import org.tipwright.bridge.microscope.Session;
import org.tipwright.bridge.microscope.remote.MicroscopeServer;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.server.GenericClient;
import org.tipwright.bridge.safety.MonotonicClock;

/** The settings of a controller, as an operator may leave and change them. */
class ReadinessTest {

  @TempDir private Path folder;
  private MicroscopeServer server;
  private NanonisInstrument instrument;
  private GenericClient byHand;

  @BeforeEach
  void start() throws Exception {
    MicroscopeSettings settings =
        MicroscopeSettings.with(List.of("start.safe-tip-nanoampere=70", "start.bias-volt=0.003"));
    Microscope microscope =
        new Microscope(
            settings,
            1,
            new Session(folder, LocalDateTime.of(2026, 11, 21, 12, 0), 20_000),
            MonotonicClock.ofThisMachine(),
            1);
    server = MicroscopeServer.start(microscope, List.of(0, 0, 0, 0), 0, Catalogue.R13742);
    instrument = connect("");
    byHand = new GenericClient(server.ports().get(3));
  }

  private NanonisInstrument connect(String settings) throws Exception {
    return NanonisInstrument.connect(
        DriverSettings.from(
            ConfigFactory.parseString(
                "reply-milliseconds = 20000, emergency-reply-milliseconds = 20000, ports = "
                    + server.ports()
                    + "\n"
                    + settings)));
  }

  @AfterEach
  void stop() throws Exception {
    byHand.close();
    instrument.close();
    server.close();
  }

  @Test
  void aControllerThatIsSetAsTheProfileSaysIsReady() throws Exception {
    assertThat(instrument.unready()).isEmpty();
    assertThat(instrument.changed()).isEmpty();
  }

  private static List<Arguments> ways() {
    return List.of(
        Arguments.of(
            "SafeTip.OnOffSet", GenericClient.pack((short) 2), "SafeTip is off but must be on"),
        Arguments.of(
            "SafeTip.PropsSet",
            GenericClient.pack((short) 1, (short) 0, 7e-8f),
            "SafeTip's auto-recovery is on but must be off"),
        Arguments.of(
            "SafeTip.PropsSet",
            GenericClient.pack((short) 0, (short) 0, 9e-8f),
            "SafeTip's threshold is 90 nA but must be 50 to 80 nA (nanonis.conf line "),
        Arguments.of(
            "ZCtrl.WithdrawRateSet",
            GenericClient.pack(1e-8f),
            "the withdraw rate is 10 nm/s but must be 50 to 1000 nm/s"),
        Arguments.of(
            "ZCtrl.TipLiftSet",
            GenericClient.pack(-1e-10f),
            "the tip lift is -100 pm but must be 0 to 10 pm"),
        Arguments.of(
            "ZCtrl.SwitchOffDelaySet",
            GenericClient.pack(2f),
            "the switch-off delay is 2 s but must be 0 to 0.5 s"),
        Arguments.of(
            "ZCtrl.LimitsEnabledSet",
            GenericClient.pack(1),
            "the limit of z is on but must be off"),
        Arguments.of(
            "FolMe.SpeedSet",
            GenericClient.pack(1e-9f, 0),
            "follow-me's own speed is off but must be on"),
        Arguments.of(
            "Bias.CalibrSet",
            GenericClient.pack(1f, 0.002f),
            "the bias output's offset is 2 mV but must be -0.5 to 0.5 mV"),
        Arguments.of(
            "Current.GainSet",
            GenericClient.pack(3, -1),
            "the end of the preamplifier's range is 10 nA but must be"));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void whatSomebodySetsOtherwiseIsNamedAndTellsAsAChange(
      String command, byte[] arguments, String sentence) throws Exception {
    assertThat(instrument.unready()).isEmpty();
    byHand.send(GenericClient.request(command, true, arguments));
    byHand.response(command);
    assertThat(instrument.unready()).singleElement().asString().contains(sentence);
    assertThat(instrument.changed()).isNotEmpty().allMatch(change -> change.contains(" was "));
  }

  @Test
  void aChangeWithinTheBoundsIsAChange() throws Exception {
    assertThat(instrument.unready()).isEmpty();
    byHand.call("ZCtrl.LimitsSet", 1e-7f, -1e-7f);
    assertThat(instrument.changed())
        .containsExactly(
            "the lower limit of z was -150 nm and is -100 nm",
            "the upper limit of z was 150 nm and is 100 nm");
    assertThat(instrument.unready()).isEmpty();
    assertThat(instrument.changed()).isEmpty();
  }

  @Test
  void anotherControllerThanTheProfileNamesIsNotReady() throws Exception {
    instrument.close();
    instrument =
        connect("ready.z-controller = \"log Frequency\", ready.z-limits-nanometre = [-90, 90]");
    assertThat(instrument.unready())
        .anyMatch(s -> s.contains("z controller is 'log Current' but must be 'log Frequency'"))
        .anyMatch(s -> s.contains("the limit of z is off but must be on"))
        .anyMatch(s -> s.contains("the upper limit of z is 150 nm but must be 90 to 90 nm"));
  }

  @Test
  void aProfileWhoseSafeTipMightNeverFireIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DriverSettings.from(
                    ConfigFactory.parseString("ready.safe-tip-nanoampere = [50, 90]")))
        .withMessageContaining("it might never fire");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DriverSettings.from(
                    ConfigFactory.parseString("ready.tip-lift-picometre = [-5, 10]")))
        .withMessageContaining("lowers the tip");
  }
}
