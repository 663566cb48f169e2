package org.tipwright.bridge.nanonis.driver;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.tipwright.bridge.nanonis.client.Role;
import org.tipwright.bridge.wire.SiUnits;

/**
 * How the driver works with one instrument; {@code nanonis.conf} explains each line.
 *
 * @param frequencyShiftSignal empty where no force sensor is fitted
 * @param middleAngstrom from the oxygen to the molecule's middle
 * @param rescan how the site is looked for before an approach; without an image of it, it is not
 */
public record DriverSettings(
    Map<Role, InetSocketAddress> addresses,
    OptionalInt release,
    Duration reply,
    Duration emergencyReply,
    String currentSignal,
    int flatReadings,
    String frequencyShiftSignal,
    Spot site,
    Spot bareSpot,
    double inwardAzimuthRadians,
    double middleAngstrom,
    Slope slope,
    Optional<RescanSettings> rescan,
    Duration settling,
    double creepAngstromPerSecond,
    Duration rest,
    Duration landing,
    int heightReadings,
    Tunnelling measure,
    Tunnelling reference,
    double biasRampVoltPerSecond,
    double approachAngstromPerSecond,
    double approachAngstrom,
    double searchRiseDecades,
    double siteOverBareAngstrom,
    double contactJumpDecades,
    double backOffDecades,
    double tripNanoampere,
    double travelAngstromPerSecond,
    double withdrawnAngstrom,
    double withdrawnNanoampere,
    Duration withdraw,
    ReadySettings ready) {

  /** A place on the surface in the scanner's coordinates, in m. */
  public record Spot(double xMetre, double yMetre) {}

  /** By how much the bare metal rises along x and y, tangents of the angles. */
  public record Slope(double x, double y) {

    /** How much higher it lies at one spot than at another, in Å. */
    double riseAngstrom(Spot from, Spot to) {
      return SiUnits.angstrom(
          x * (to.xMetre() - from.xMetre()) + y * (to.yMetre() - from.yMetre()));
    }
  }

  /** Bias in V and current in nA that the feedback holds. */
  public record Tunnelling(double biasVolt, double setpointNanoampere) {}

  /** The middle of the molecule, as far as it lies from its oxygen. */
  Spot middle() {
    double way = SiUnits.metres(middleAngstrom);
    return new Spot(
        site.xMetre() + way * Math.cos(inwardAzimuthRadians),
        site.yMetre() + way * Math.sin(inwardAzimuthRadians));
  }

  /** Where one role connects to. */
  public InetSocketAddress address(Role role) {
    return Objects.requireNonNull(addresses.get(role), () -> "no port for " + role);
  }

  /** Where the driver connects to: everywhere but to the watchdog's port. */
  Map<Role, InetSocketAddress> addressesOfTheDriver() {
    Map<Role, InetSocketAddress> own = new EnumMap<>(addresses);
    own.remove(Role.WATCHDOG_EMERGENCY);
    return own;
  }

  /** The settings as shipped, to be overlaid. */
  public static Config shipped() {
    return ConfigFactory.parseResources(DriverSettings.class, "nanonis.conf");
  }

  /**
   * Reads settings.
   *
   * @param own what differs from {@link #shipped}
   * @throws IllegalArgumentException in one sentence, with the line
   */
  public static DriverSettings from(Config own) {
    return DriverSettingsReader.read(own, Path.of("nanonis.conf"));
  }

  /**
   * Reads settings from a file.
   *
   * @throws IllegalArgumentException in one sentence, with the file and the line
   */
  public static DriverSettings read(Path file) {
    return DriverSettingsReader.read(file);
  }
}
