package org.tipwright.bridge.safety;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads limit profiles. Every key must be there and no other may: a profile has no defaults. */
public final class LimitProfileReader {

  /** The profile that comes with the program. */
  private static final String SHIPPED = "lowtemp.conf";

  private final Config config;
  private final String file;
  private final Set<String> read = new TreeSet<>();

  private LimitProfileReader(Config config, String file) {
    this.config = config;
    this.file = file;
  }

  /** The profile that comes with the program: starting values of laboratory practice. */
  public static LimitProfile shipped() {
    ConfigParseOptions mustExist = ConfigParseOptions.defaults().setAllowMissing(false);
    return read(
        ConfigFactory.parseResources(LimitProfileReader.class, SHIPPED, mustExist), SHIPPED);
  }

  /**
   * A profile of one's own.
   *
   * @throws IllegalArgumentException if it cannot be read, lacks a key, has an unknown one, or
   *     contradicts itself; in one sentence
   */
  public static LimitProfile read(Path path) {
    String file = String.valueOf(path.getFileName());
    try {
      ConfigParseOptions mustExist = ConfigParseOptions.defaults().setAllowMissing(false);
      return read(ConfigFactory.parseFile(path.toFile(), mustExist), file);
    } catch (ConfigException unreadable) {
      throw new IllegalArgumentException(
          "limit profile " + path + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  static LimitProfile read(Config config, String file) {
    try {
      return new LimitProfileReader(config.resolve(), file).profile();
    } catch (ConfigException wrong) {
      throw new IllegalArgumentException("limit profile: " + wrong.getMessage(), wrong);
    }
  }

  private LimitProfile profile() {
    LimitProfile profile =
        new LimitProfile(
            text("name"),
            digest(),
            seconds("lease-seconds"),
            upTo("arming-minutes"),
            upTo("commands-per-second"),
            (int) positive("commands-waiting"),
            new LimitProfile.Times(
                seconds("command-seconds"),
                seconds("approach-seconds"),
                seconds("measure-seconds")),
            seconds("withdraw-seconds"),
            upTo("preamplifier-rail-nanoampere"),
            upTo("position-tolerance-angstrom"),
            positive("withdraw-height-angstrom"),
            new LimitProfile.Approach(
                range("approach.bias-millivolt"), trip("approach.current-trip-nanoampere")),
            new LimitProfile.Lift(
                range("lift.bias-millivolt"),
                trip("lift.current-trip-nanoampere"),
                upTo("lift.step-angstrom"),
                upTo("lift.speed-angstrom-per-second"),
                range("lift.z-angstrom"),
                upTo("lift.lateral-angstrom"),
                upTo("lift.contact-seconds")),
            new LimitProfile.Measure(
                positive("measure.bias-millivolt") / 1000,
                positive("measure.setpoint-picoampere") / 1000));
    config
        .entrySet()
        .forEach(
            entry -> {
              if (!read.contains(entry.getKey())) {
                throw new IllegalArgumentException(
                    "unknown key '" + entry.getKey() + "' (" + where(entry.getKey()) + ")");
              }
            });
    return profile;
  }

  private String text(String key) {
    read.add(key);
    return config.getString(key);
  }

  private double number(String key) {
    read.add(key);
    double value = config.getDouble(key);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(key + " must be a finite number (" + where(key) + ")");
    }
    return value;
  }

  private double positive(String key) {
    double value = number(key);
    if (!(value > 0)) {
      throw new IllegalArgumentException(
          key + " must be above 0, not " + value + " (" + where(key) + ")");
    }
    return value;
  }

  private Duration seconds(String key) {
    return Duration.ofNanos((long) (positive(key) * 1e9));
  }

  private Limit upTo(String key) {
    return new Limit(Double.NEGATIVE_INFINITY, positive(key), where(key));
  }

  /** A trip above the preamplifier's rail would never come. */
  private Limit trip(String key) {
    Limit trip = upTo(key);
    double rail = positive("preamplifier-rail-nanoampere");
    if (trip.high() >= rail) {
      throw new IllegalArgumentException(
          key
              + " of "
              + trip.high()
              + " nA would never trip: the preamplifier's rail is at "
              + rail
              + " nA ("
              + trip.where()
              + ")");
    }
    return trip;
  }

  private Limit range(String key) {
    read.add(key);
    List<Double> ends = config.getDoubleList(key);
    if (ends.size() != 2 || !(ends.get(0) < ends.get(1))) {
      throw new IllegalArgumentException(
          key + " must be [low, high] with low below high (" + where(key) + ")");
    }
    if (!Double.isFinite(ends.get(0)) || !Double.isFinite(ends.get(1))) {
      throw new IllegalArgumentException(key + " must be finite (" + where(key) + ")");
    }
    return new Limit(ends.get(0), ends.get(1), where(key));
  }

  private String where(String key) {
    return "profile " + file + " line " + config.getValue(key).origin().lineNumber();
  }

  private String digest() {
    try {
      byte[] settings =
          config.root().render(ConfigRenderOptions.concise()).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(settings);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
