package org.tipwright.bridge.nanonis.driver;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.tipwright.bridge.nanonis.client.Role;

/**
 * How the driver works with one instrument; {@code nanonis.conf} explains each line.
 *
 * @param frequencyShiftSignal empty where no force sensor is fitted
 */
public record DriverSettings(
    Map<Role, InetSocketAddress> addresses,
    OptionalInt release,
    Duration reply,
    Duration emergencyReply,
    String currentSignal,
    String frequencyShiftSignal,
    Spot site,
    Spot bareSpot,
    double inwardAzimuthRadians,
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
    double contactJumpDecades,
    double backOffDecades,
    double tripNanoampere,
    double travelAngstromPerSecond,
    double withdrawnAngstrom,
    double withdrawnNanoampere,
    Duration withdraw) {

  /** A place on the surface in the scanner's coordinates, in m. */
  public record Spot(double xMetre, double yMetre) {}

  /** Bias in V and current in nA that the feedback holds. */
  public record Tunnelling(double biasVolt, double setpointNanoampere) {}

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
    try {
      unknownKey(own);
      return read(own.withFallback(shipped()).resolve());
    } catch (ConfigException wrong) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong);
    }
  }

  private static void unknownKey(Config own) {
    Config known = shipped();
    own.entrySet()
        .forEach(
            entry -> {
              if (!known.hasPath(entry.getKey())) {
                throw new IllegalArgumentException(
                    entry.getValue().origin().description()
                        + ": the driver 'nanonis' has no setting '"
                        + entry.getKey()
                        + "'");
              }
            });
  }

  private static DriverSettings read(Config config) {
    List<Integer> ports = config.getIntList("ports");
    if (ports.size() != Role.values().length) {
      throw new IllegalArgumentException("ports: four are needed, not " + ports.size());
    }
    Map<Role, InetSocketAddress> addresses = new EnumMap<>(Role.class);
    for (Role role : List.of(Role.COMMANDS, Role.MONITOR, Role.SUPERVISOR_EMERGENCY)) {
      int port = ports.get(role.ordinal());
      addresses.put(role, new InetSocketAddress(config.getString("host"), port));
    }
    int release = config.getInt("release");
    return new DriverSettings(
        addresses,
        release == 0 ? OptionalInt.empty() : OptionalInt.of(release),
        Duration.ofMillis(config.getInt("reply-milliseconds")),
        Duration.ofMillis(config.getInt("emergency-reply-milliseconds")),
        config.getString("current-signal"),
        config.getString("frequency-shift-signal"),
        spot(config, "site-nanometre"),
        spot(config, "bare-spot-nanometre"),
        Math.toRadians(config.getDouble("inward-azimuth-degree")),
        seconds(config, "settling-seconds"),
        positive(config, "creep-angstrom-per-second"),
        seconds(config, "rest-seconds"),
        seconds(config, "landing-seconds"),
        (int) positive(config, "height-readings"),
        tunnelling(config, "measure"),
        tunnelling(config, "reference"),
        positive(config, "bias-ramp-volt-per-second"),
        positive(config, "approach-angstrom-per-second"),
        positive(config, "approach-angstrom"),
        positive(config, "contact-jump-decades"),
        positive(config, "back-off-decades"),
        positive(config, "trip-nanoampere"),
        positive(config, "travel-nanometre-per-second") * 10,
        positive(config, "withdrawn-nanometre") * 10,
        positive(config, "withdrawn-picoampere") / 1e3,
        seconds(config, "withdraw-seconds"));
  }

  private static Spot spot(Config config, String key) {
    List<Double> xy = config.getDoubleList(key);
    if (xy.size() != 2) {
      throw new IllegalArgumentException(key + ": x and y are needed, not " + xy.size());
    }
    return new Spot(xy.get(0) * 1e-9, xy.get(1) * 1e-9);
  }

  private static Tunnelling tunnelling(Config config, String key) {
    return new Tunnelling(
        positive(config, key + ".bias-millivolt") / 1e3,
        positive(config, key + ".setpoint-picoampere") / 1e3);
  }

  private static Duration seconds(Config config, String key) {
    return Duration.ofNanos((long) (positive(config, key) * 1e9));
  }

  private static double positive(Config config, String key) {
    double value = config.getDouble(key);
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(key + " must be positive, not " + value);
    }
    return value;
  }
}
