package org.tipwright.bridge.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipwright.bridge.instrument.ScanFrame;

class ScanCheckTest {

  private final ScanCheck check =
      new ScanCheck(
          LimitProfileReader.read(
              ConfigFactory.parseString("scan { x-nanometre = [-50, 50], y-nanometre = [0, 40] }")
                  .withFallback(ConfigFactory.parseResources(LimitProfile.class, "lowtemp.conf")),
              "test"));

  @Test
  void whatScanningAllowsIsAllowed() {
    ScanFrame frame = new ScanFrame(0, 200, 100, 64, 64, 200, -0.05, 0.02);
    assertThat(check.malformed(frame)).isEmpty();
    assertThat(check.beyond(frame)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 200, 100, 200, 0.005, 0.02, bias of 5",
    "0, 200, 100, 200, 1.5, 0.02, bias of 1500",
    "0, 200, 100, 200, 0.05, 0.2, setpoint of 0.2",
    "0, 200, 100, 501, 0.05, 0.02, speed of 501",
    "-460, 200, 100, 200, 0.05, 0.02, x of -51",
    "460, 200, 100, 200, 0.05, 0.02, x of 51",
    "0, 40, 100, 200, 0.05, 0.02, y of -1",
    "0, 360, 100, 200, 0.05, 0.02, y of 41",
    "0, 200, 100, 3, 0.05, 0.02, its lines take 4267 s"
  })
  void whatIsBeyondALimitIsNamed(
      double x, double y, double size, double speed, double bias, double setpoint, String named) {
    ScanFrame frame = new ScanFrame(x, y, size, 64, 64, speed, bias, setpoint);
    assertThat(check.malformed(frame)).isEmpty();
    assertThat(check.beyond(frame)).hasValueSatisfying(why -> assertThat(why).startsWith(named));
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 100, 64, 200, 0.02",
    "0, 0, 64, 200, 0.02",
    "0, Infinity, 64, 200, 0.02",
    "0, 100, 1, 200, 0.02",
    "0, 100, 1025, 200, 0.02",
    "0, 100, 64, -1, 0.02",
    "0, 100, 64, 200, 0"
  })
  void whatIsNoImageIsMalformed(double x, double size, int pixels, double speed, double setpoint) {
    assertThat(check.malformed(new ScanFrame(x, 0, size, pixels, pixels, speed, 0.05, setpoint)))
        .isPresent();
  }
}
