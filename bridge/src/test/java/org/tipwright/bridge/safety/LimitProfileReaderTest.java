package org.tipwright.bridge.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LimitProfileReaderTest {

  private static final Config SHIPPED =
      ConfigFactory.parseResources(LimitProfileReader.class, "lowtemp.conf");

  private static Config with(String change) {
    return ConfigFactory.parseString(change).withFallback(SHIPPED);
  }

  @Test
  void theShippedProfileHasTheStartingValuesOfPractice() {
    LimitProfile profile = LimitProfileReader.shipped();
    PhaseLimits lift = profile.limits(Phase.LIFT);
    assertThat(lift.stepAngstrom().high()).isEqualTo(0.32);
    assertThat(lift.biasMillivolt()).extracting(Limit::low, Limit::high).containsExactly(2.0, 5.0);
    assertThat(lift.currentTripNanoampere().high()).isEqualTo(80);
    assertThat(lift.zAngstrom()).extracting(Limit::low, Limit::high).containsExactly(-0.3, 20.0);
    assertThat(lift.lateralAngstrom().high()).isEqualTo(18);
    assertThat(profile.lease().toMillis()).isEqualTo(1000);
    assertThat(profile.times().approach()).isGreaterThan(profile.times().command());
    assertThat(profile.measure()).isEqualTo(new LimitProfile.Measure(0.05, 0.02));
  }

  @Test
  void aTripAboveTheRailIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LimitProfileReader.read(with("preamplifier-rail-nanoampere = 10"), "x"))
        .withMessageContaining("would never trip: the preamplifier's rail is at 10.0 nA");
  }

  @Test
  void unknownMissingAndSenselessValuesAreRefused() {
    for (String change :
        new String[] {
          "lift.step-angstroms = 1",
          "lift.step-angstrom = -1",
          "lift.step-angstrom = null",
          "lift.z-angstrom = [2, -2]",
          "lift.z-angstrom = [1]",
          "lease-seconds = 0",
          "lease-seconds = soon"
        }) {
      assertThatIllegalArgumentException()
          .as(change)
          .isThrownBy(() -> LimitProfileReader.read(with(change), "x"));
    }
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LimitProfileReader.read(Path.of("no-such-profile.conf")))
        .withMessageContaining("no-such-profile.conf cannot be read");
  }

  @Test
  void anotherLimitIsAnotherDigest() {
    assertThat(LimitProfileReader.read(with("lift.lateral-angstrom = 17"), "x").digest())
        .isNotEqualTo(LimitProfileReader.read(SHIPPED, "x").digest());
  }
}
