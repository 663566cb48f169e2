package org.tipwright.bridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipwright.bridge.v1.Description;
import org.tipwright.bridge.v1.Limit;
import org.tipwright.bridge.v1.Position;
import org.tipwright.bridge.v1.SafetyState;
import org.tipwright.bridge.v1.Signals;
import org.tipwright.bridge.v1.StateReport;

class ConsolePageTest {

  @Test
  void fillsATerminalOfTheUsualSizeAndNoMore() {
    List<String> events =
        IntStream.range(0, 50).mapToObj(i -> "event " + i + "x".repeat(90)).toList();
    List<PageLine> page = ConsolePage.draw(picture(armed(), 0.1, events, ""), 80, 24);
    assertThat(page).hasSize(24).allMatch(line -> line.text().length() <= 80);
    assertThat(text(page)).contains("event 49").doesNotContain("event 10x");
    assertThat(page.get(23).text()).contains("s STOP");
  }

  @Test
  void stateAndLimitsWithTheirBarsAreThere() {
    String text = text(ConsolePage.draw(picture(armed(), 0.1, List.of(), "Arm?"), 80, 24));
    assertThat(text)
        .contains("ARMED lift for 5.0 min   tip may be in contact   commanded by 'deploy'")
        .contains("lift height")
        .contains("▕██████··················▏    4.77 of -0.30 … 20.00 Å")
        .contains("lift current trip")
        .contains("70.00 of 0.00 … 80.00 nA")
        .contains("Arm?");
  }

  @Test
  void aValueNearItsLimitIsMarkedAndOneBeyondItIsAnAlarm() {
    assertThat(LimitBar.of(limit("lift", "current trip", 0, 80e-9), 70e-9, 1e9, "nA").tone())
        .isEqualTo(Tone.WARNING);
    assertThat(LimitBar.of(limit("lift", "current trip", 0, 80e-9), 20e-9, 1e9, "nA").tone())
        .isEqualTo(Tone.PLAIN);
    assertThat(LimitBar.of(limit("lift", "current trip", 0, 80e-9), 81e-9, 1e9, "nA").tone())
        .isEqualTo(Tone.ALARM);
  }

  @Test
  void aTripASilentBridgeAndOneNeverHeardAreAlarms() {
    StateReport tripped =
        StateReport.newBuilder()
            .setState(SafetyState.TRIPPED)
            .setEngaged(true)
            .setTripReason("no heartbeat of 'deploy'")
            .build();
    PageLine alarm = ConsolePage.alarm(picture(tripped, 0.1, List.of(), ""));
    assertThat(alarm.tone()).isEqualTo(Tone.ALARM);
    assertThat(alarm.text()).contains("TIP NOT KNOWN TO BE UP: no heartbeat of 'deploy'");
    PageLine silent = ConsolePage.alarm(picture(armed(), 4, List.of(), ""));
    assertThat(silent.tone()).isEqualTo(Tone.ALARM);
    assertThat(silent.text()).contains("NO WORD FROM THE BRIDGE for 4 s");
    assertThat(ConsolePage.alarm(picture(armed(), 1, List.of(), "")).tone()).isEqualTo(Tone.PLAIN);
    Picture never =
        new Picture("grpc://127.0.0.1:1", Optional.empty(), Optional.empty(), 1, List.of(), "");
    assertThat(ConsolePage.draw(never, 80, 24).get(1))
        .isEqualTo(new PageLine(" NOT CONNECTED", Tone.ALARM));
  }

  @Test
  void inATinyTerminalTheStateAndTheKeysRemain() {
    List<PageLine> page = ConsolePage.draw(picture(armed(), 0.1, List.of("old"), ""), 30, 5);
    assertThat(page).hasSize(5).allMatch(line -> line.text().length() <= 30);
    assertThat(page.get(1).text()).startsWith(" ARMED");
    assertThat(page.get(4).text()).startsWith(" a arm");
  }

  static StateReport armed() {
    return StateReport.newBuilder()
        .setState(SafetyState.ARMED)
        .setPhase("lift")
        .setArmedForS(300)
        .setEngaged(true)
        .setLeaseHolder("deploy")
        .setPosition(Position.newBuilder().setZM(4.77e-10))
        .setSignals(Signals.newBuilder().setBiasV(0.003).setCurrentA(70e-9))
        .build();
  }

  static Description description() {
    return Description.newBuilder()
        .setName("sim")
        .setDriver("simulated")
        .setProfile("lowtemp")
        .addLimits(limit("lift", "current trip", Double.NEGATIVE_INFINITY, 80e-9))
        .addLimits(limit("lift", "height", -0.3e-10, 20e-10))
        .build();
  }

  private static Limit limit(String phase, String name, double low, double high) {
    Limit.Builder limit = Limit.newBuilder().setPhase(phase).setName(name).setHigh(high);
    return (Double.isFinite(low) ? limit.setLow(low) : limit).build();
  }

  private static Picture picture(
      StateReport report, double silent, List<String> events, String question) {
    return new Picture(
        "grpc://127.0.0.1:7451",
        Optional.of(description()),
        Optional.of(report),
        silent,
        events,
        question);
  }

  private static String text(List<PageLine> page) {
    return page.stream().map(PageLine::text).collect(Collectors.joining("\n"));
  }
}
