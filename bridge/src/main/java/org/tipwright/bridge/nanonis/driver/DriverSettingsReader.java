package org.tipwright.bridge.nanonis.driver;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tipwright.bridge.nanonis.client.Role;
import org.tipwright.bridge.nanonis.driver.DriverSettings.Slope;
import org.tipwright.bridge.nanonis.driver.DriverSettings.Spot;
import org.tipwright.bridge.nanonis.driver.DriverSettings.Tunnelling;
import org.tipwright.bridge.nanonis.image.SxmImage;
import org.tipwright.bridge.wire.SiUnits;

/** Reads the driver's settings: a file's lines over the shipped ones; what is wrong has a line. */
final class DriverSettingsReader {

  private static final int LARGEST_PORT = 65535;

  private final Config config;
  private final Path folder;

  private DriverSettingsReader(Config config, Path folder) {
    this.config = config;
    this.folder = folder;
  }

  static DriverSettings read(Path file) {
    ConfigParseOptions mustExist = ConfigParseOptions.defaults().setAllowMissing(false);
    Config own;
    try {
      own = ConfigFactory.parseFile(file.toFile(), mustExist);
    } catch (ConfigException unreadable) {
      throw new IllegalArgumentException(
          "instrument settings " + file + " cannot be read: " + unreadable.getMessage(),
          unreadable);
    }
    return read(own, file);
  }

  /**
   * Reads settings.
   *
   * @param file from which they are; what they name lies beside it
   */
  static DriverSettings read(Config own, Path file) {
    Config known = DriverSettings.shipped();
    own.entrySet()
        .forEach(
            entry -> {
              if (!known.hasPath(entry.getKey())) {
                throw new IllegalArgumentException(
                    "the driver 'nanonis' has no setting '"
                        + entry.getKey()
                        + "' ("
                        + where(entry.getValue())
                        + ")");
              }
            });
    try {
      Path folder = file.toAbsolutePath().getParent();
      return new DriverSettingsReader(
              own.withFallback(known).resolve(), folder == null ? file : folder)
          .settings();
    } catch (ConfigException wrong) {
      throw new IllegalArgumentException("instrument settings: " + wrong.getMessage(), wrong);
    }
  }

  private DriverSettings settings() {
    int release = config.getInt("release");
    return new DriverSettings(
        addresses(),
        release == 0 ? OptionalInt.empty() : OptionalInt.of(release),
        Duration.ofMillis((long) positive("reply-milliseconds")),
        Duration.ofMillis((long) positive("emergency-reply-milliseconds")),
        config.getString("current-signal"),
        flatReadings(),
        config.getString("frequency-shift-signal"),
        spot("site-nanometre"),
        spot("bare-spot-nanometre"),
        Math.toRadians(finite("inward-azimuth-degree", config.getDouble("inward-azimuth-degree"))),
        finite("middle-nanometre", config.getDouble("middle-nanometre")) * 10,
        slope("slope-degree"),
        rescan(),
        seconds("settling-seconds"),
        positive("creep-angstrom-per-second"),
        seconds("rest-seconds"),
        seconds("landing-seconds"),
        (int) positive("height-readings"),
        tunnelling("measure"),
        tunnelling("reference"),
        positive("bias-ramp-volt-per-second"),
        positive("approach-angstrom-per-second"),
        positive("approach-angstrom"),
        positive("search-rise-decades"),
        positive("site-over-bare-angstrom"),
        positive("contact-jump-decades"),
        positive("back-off-decades"),
        positive("trip-nanoampere"),
        positive("travel-nanometre-per-second") * 10,
        positive("withdrawn-nanometre") * 10,
        positive("withdrawn-picoampere") / 1e3,
        seconds("withdraw-seconds"),
        ready());
  }

  private int flatReadings() {
    int readings = (int) positive("flat-readings");
    if (readings < 2) {
      throw wrong("flat-readings", "at least 2, for one reading is like itself");
    }
    return readings;
  }

  private Optional<RescanSettings> rescan() {
    String image = config.getString("site-image");
    if (image.isEmpty()) {
      return Optional.empty();
    }
    RescanSettings rescan =
        new RescanSettings(
            SxmImage.read(folder.resolve(image)),
            positive("rescan.size-nanometre") * 10,
            (int) positive("rescan.pixels"),
            (int) positive("rescan.lines"),
            positive("rescan.speed-nanometre-per-second") * 10,
            positive("rescan.trip-nanoampere"),
            positive("rescan.farthest-nanometre") * 10,
            positive("rescan.likeness"),
            positive("rescan.still-picometre") / 100,
            (int) positive("rescan.scans"));
    Spot site = spot("site-nanometre");
    if (!rescan
        .image()
        .shows(
            SiUnits.angstrom(site.xMetre()),
            SiUnits.angstrom(site.yMetre()),
            rescan.reachAngstrom())) {
      throw wrong(
          "site-image",
          "it must show the surface "
              + rescan.reachAngstrom() / 10
              + " nm to each side of the site, half of 'rescan.size-nanometre' and"
              + " 'rescan.farthest-nanometre'");
    }
    return Optional.of(rescan);
  }

  private ReadySettings ready() {
    double rail = positive("ready.preamplifier-rail-nanoampere");
    String safeTip = "ready.safe-tip-nanoampere";
    Bounds threshold = bounds(safeTip);
    if (threshold.high() > ReadySettings.LARGEST_SHARE_OF_RAIL * rail) {
      throw wrong(
          safeTip,
          "at most "
              + ReadySettings.LARGEST_SHARE_OF_RAIL
              + " of the preamplifier's "
              + rail
              + " nA, not "
              + threshold.high()
              + ": it might never fire");
    }
    Bounds tipLift = bounds("ready.tip-lift-picometre");
    if (tipLift.low() < 0) {
      throw wrong("ready.tip-lift-picometre", "a negative lift lowers the tip");
    }
    return new ReadySettings(
        rail,
        threshold,
        bounds("ready.withdraw-nanometre-per-second"),
        tipLift,
        bounds("ready.switch-off-delay-second"),
        config.getString("ready.z-controller"),
        limit(0),
        limit(1),
        bounds("ready.bias-offset-millivolt"),
        bounds("ready.bias-calibration"));
  }

  private Optional<Bounds> limit(int end) {
    String key = "ready.z-limits-nanometre";
    if (config.getList(key).isEmpty()) {
      return Optional.empty();
    }
    Bounds limits = bounds(key);
    double wanted = end == 0 ? limits.low() : limits.high();
    return Optional.of(new Bounds(wanted, wanted, limits.where()));
  }

  private Bounds bounds(String key) {
    List<Double> ends = config.getDoubleList(key);
    if (ends.size() != 2) {
      throw wrong(key, "[low, high] is needed, not " + ends.size() + " numbers");
    }
    double low = finite(key, ends.get(0));
    double high = finite(key, ends.get(1));
    if (low > high) {
      throw wrong(key, "the low end lies above the high one");
    }
    return new Bounds(low, high, where(config.getValue(key)));
  }

  private Map<Role, InetSocketAddress> addresses() {
    List<Integer> ports = config.getIntList("ports");
    if (ports.size() != Role.values().length) {
      throw wrong("ports", "four are needed, not " + ports.size());
    }
    for (int port : ports) {
      if (port < 1 || port > LARGEST_PORT) {
        throw wrong("ports", "there is no port " + port);
      }
    }
    Map<Role, InetSocketAddress> addresses = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      int port = ports.get(role.ordinal());
      addresses.put(role, new InetSocketAddress(config.getString("host"), port));
    }
    return addresses;
  }

  private Spot spot(String key) {
    List<Double> xy = config.getDoubleList(key);
    if (xy.size() != 2) {
      throw wrong(key, "x and y are needed, not " + xy.size() + " numbers");
    }
    return new Spot(finite(key, xy.get(0)) * 1e-9, finite(key, xy.get(1)) * 1e-9);
  }

  private Slope slope(String key) {
    List<Double> degrees = config.getDoubleList(key);
    if (degrees.size() != 2) {
      throw wrong(key, "along x and y are needed, not " + degrees.size() + " numbers");
    }
    return new Slope(
        Math.tan(Math.toRadians(finite(key, degrees.get(0)))),
        Math.tan(Math.toRadians(finite(key, degrees.get(1)))));
  }

  private Tunnelling tunnelling(String key) {
    return new Tunnelling(
        positive(key + ".bias-millivolt") / 1e3, positive(key + ".setpoint-picoampere") / 1e3);
  }

  private Duration seconds(String key) {
    return Duration.ofNanos((long) (positive(key) * 1e9));
  }

  private double positive(String key) {
    double value = finite(key, config.getDouble(key));
    if (!(value > 0)) {
      throw wrong(key, "must be above 0, not " + value);
    }
    return value;
  }

  private double finite(String key, double value) {
    if (!Double.isFinite(value)) {
      throw wrong(key, "must be a finite number");
    }
    return value;
  }

  private IllegalArgumentException wrong(String key, String what) {
    return new IllegalArgumentException(
        key + ": " + what + " (" + where(config.getValue(key)) + ")");
  }

  /** Such as {@code "stm7.conf line 12"}. */
  private static String where(ConfigValue value) {
    ConfigOrigin origin = value.origin();
    String file = origin.filename();
    return (file == null ? "nanonis.conf" : Path.of(file).getFileName())
        + " line "
        + origin.lineNumber();
  }
}
