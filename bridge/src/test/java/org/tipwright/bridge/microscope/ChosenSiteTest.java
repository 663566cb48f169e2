package org.tipwright.bridge.microscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipwright.bridge.nanonis.driver.DriverSettings;
import org.tipwright.bridge.nanonis.image.HeightMap;
import org.tipwright.bridge.nanonis.image.SxmImage;
import org.tipwright.physics.lift.LiftSite;

class ChosenSiteTest {

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 21, 12, 0);

  private static final List<String> EQUAL_TIPS =
      List.of("specimen.strength-nanonewton.mean=1.4", "specimen.strength-nanonewton.sd=0");

  @TempDir private Path folder;

  @Test
  void theDriverReadsWhatIsWrittenAndTheImageShowsTheSite() throws Exception {
    ChosenSite site = ChosenSite.in(MicroscopeSettings.with(List.of()), 3);
    site.write(folder, NOON);
    DriverSettings settings = DriverSettings.read(folder.resolve("site.conf"));
    assertThat(settings.rescan()).isPresent();
    assertThat(settings.site().xMetre() * 1e10).isEqualTo(site.xAngstrom(), within(1e-3));
    HeightMap image = SxmImage.read(folder.resolve("site.sxm"));
    double inward = settings.inwardAzimuthRadians();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (double way = -8; way <= 8; way += 0.5) {
      double height =
          image.heightAngstrom(
              site.xAngstrom() + way * Math.cos(inward), site.yAngstrom() + way * Math.sin(inward));
      lowest = Math.min(lowest, height);
      highest = Math.max(highest, height);
    }
    assertThat(highest - lowest).as("the molecule stands out").isBetween(0.8, 2.2);
  }

  @Test
  void theTruthIsThatOfTheSiteThatIsWritten() throws Exception {
    for (long seed = 3; seed <= 4; seed++) {
      ChosenSite site = ChosenSite.in(MicroscopeSettings.with(EQUAL_TIPS), seed);
      site.write(folder, NOON);
      DriverSettings settings = DriverSettings.read(folder.resolve("site.conf"));
      LiftSite truth = site.truth();
      assertThat(truth.inwardAzimuthRadians())
          .isEqualTo(settings.inwardAzimuthRadians(), within(1e-4));
      assertThat(truth.bondStrengthNanonewton()).isEqualTo(1.4, within(1e-9));
      assertThat(truth.missingNeighbours()).isZero();
    }
  }

  @Test
  void anImageThatDoesNotShowTheSiteIsRefusedWithTheLine() throws Exception {
    ChosenSite.in(MicroscopeSettings.with(List.of()), 3).write(folder, NOON);
    Path settings = folder.resolve("elsewhere.conf");
    Files.writeString(settings, "site-nanometre = [400, 0]\nsite-image = site.sxm\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DriverSettings.read(settings))
        .withMessageContaining("site-image: it must show the surface 1.5 nm to each side")
        .withMessageContaining("elsewhere.conf line 2");
  }
}
