package org.tipwright.bridge.safety;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads limit profiles. Every key must be there and no other may: a profile has no defaults. */
public final class LimitProfileReader {

  /** The profile that comes with the program. */
  private static final String SHIPPED = "lowtemp.conf";

  /** Stands for a limit that a phase does not have. */
  private static final String NONE = "none";

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
            phases(),
            new LimitProfile.Measure(
                positive("measure.bias-millivolt") / 1000,
                positive("measure.setpoint-picoampere") / 1000),
            new LimitProfile.TipShaping(
                upTo("tip-shaping.pulse-volt"),
                upTo("tip-shaping.pulse-seconds"),
                upTo("tip-shaping.dip-angstrom"),
                upTo("tip-shaping.tries")),
            new LimitProfile.Monitor(
                (int) positive("monitor.readings"),
                seconds("monitor.stale-seconds"),
                upTo("monitor.changed-millivolt"),
                upTo("monitor.changed-setpoint-percent"),
                seconds("monitor.script-silence-seconds")),
            new LimitProfile.Sense(
                upTo("sense.flat-angstrom"),
                upTo("sense.dark-angstrom"),
                atLeast("sense.dark-nanoampere")));
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

  private Map<Phase, PhaseLimits> phases() {
    Map<Phase, PhaseLimits> phases = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      String in = phase.key() + ".";
      phases.put(
          phase,
          new PhaseLimits(
              phase,
              range(in + "bias-millivolt"),
              range(in + "setpoint-nanoampere"),
              trip(in + "current-trip-nanoampere"),
              yes(in + "rail-trips"),
              upTo(in + "conductance-g0"),
              upTo(in + "step-angstrom"),
              upTo(in + "speed-angstrom-per-second"),
              range(in + "z-angstrom"),
              range(in + "z-soft-angstrom"),
              upTo(in + "lateral-angstrom"),
              range(in + "x-nanometre"),
              range(in + "y-nanometre"),
              upTo(in + "contact-seconds"),
              upTo(in + "dose-nanocoulomb")));
    }
    return phases;
  }

  private boolean yes(String key) {
    read.add(key);
    return config.getBoolean(key);
  }

  /** Whether the profile says that there is no such limit; it must say so. */
  private boolean none(String key) {
    read.add(key);
    ConfigValue value = config.getValue(key);
    return value.valueType() == ConfigValueType.STRING && NONE.equals(value.unwrapped());
  }

  private Limit unlimited(String key) {
    return new Limit(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, where(key));
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
    return none(key)
        ? unlimited(key)
        : new Limit(Double.NEGATIVE_INFINITY, positive(key), where(key));
  }

  private Limit atLeast(String key) {
    return none(key)
        ? unlimited(key)
        : new Limit(positive(key), Double.POSITIVE_INFINITY, where(key));
  }

  /** A trip above the preamplifier's rail would never come. */
  private Limit trip(String key) {
    Limit trip = upTo(key);
    double rail = positive("preamplifier-rail-nanoampere");
    if (trip.high() >= rail && trip.high() < Double.POSITIVE_INFINITY) {
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
    if (none(key)) {
      return unlimited(key);
    }
    List<? extends ConfigValue> ends = config.getList(key);
    if (ends.size() != 2) {
      throw wrongRange(key);
    }
    double low = end(key, ends.get(0), Double.NEGATIVE_INFINITY);
    double high = end(key, ends.get(1), Double.POSITIVE_INFINITY);
    if (!(low < high)) {
      throw wrongRange(key);
    }
    return new Limit(low, high, where(key));
  }

  private double end(String key, ConfigValue end, double none) {
    if (NONE.equals(end.unwrapped())) {
      return none;
    }
    if (end.unwrapped() instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw wrongRange(key);
  }

  private IllegalArgumentException wrongRange(String key) {
    return new IllegalArgumentException(
        key
            + " must be [low, high] with low below high, finite or none at an open end ("
            + where(key)
            + ")");
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
