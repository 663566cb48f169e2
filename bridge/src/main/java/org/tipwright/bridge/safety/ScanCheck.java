package org.tipwright.bridge.safety;

import java.util.Locale;
import java.util.Optional;
import org.tipwright.bridge.instrument.ScanFrame;

/** Holds an image that somebody wants against the limits of scanning. */
final class ScanCheck {

  private static final int MOST_PIXELS = 1024;

  private final LimitProfile profile;
  private final PhaseLimits scan;

  ScanCheck(LimitProfile profile) {
    this.profile = profile;
    this.scan = profile.limits(Phase.SCAN);
  }

  /** Why it is no image at all. */
  Optional<String> malformed(ScanFrame frame) {
    boolean numbers =
        Double.isFinite(frame.centreXAngstrom())
            && Double.isFinite(frame.centreYAngstrom())
            && Double.isFinite(frame.biasVolt())
            && positive(frame.sizeAngstrom())
            && positive(frame.speedAngstromPerSecond())
            && positive(frame.setpointNanoampere());
    if (!numbers) {
      return Optional.of(
          "centre and bias must be numbers, size, speed and setpoint numbers above 0");
    }
    return pixels(frame.pixels()) && pixels(frame.lines())
        ? Optional.empty()
        : Optional.of("an image has 2 to " + MOST_PIXELS + " lines of as many pixels");
  }

  private static boolean positive(double value) {
    return Double.isFinite(value) && value > 0;
  }

  private static boolean pixels(int count) {
    return count >= 2 && count <= MOST_PIXELS;
  }

  /** Which limit it is beyond. */
  Optional<String> beyond(ScanFrame frame) {
    Optional<String> bias = LimitCheck.bias(frame.biasVolt(), scan);
    if (bias.isPresent()) {
      return bias;
    }
    double half = frame.sizeAngstrom() / 2;
    return first(
        within("setpoint", frame.setpointNanoampere(), "nA", scan.setpointNanoampere()),
        within("speed", frame.speedAngstromPerSecond(), "Å/s", scan.speedAngstromPerSecond()),
        within("x", (frame.centreXAngstrom() - half) / 10, "nm", scan.xNanometre()),
        within("x", (frame.centreXAngstrom() + half) / 10, "nm", scan.xNanometre()),
        within("y", (frame.centreYAngstrom() - half) / 10, "nm", scan.yNanometre()),
        within("y", (frame.centreYAngstrom() + half) / 10, "nm", scan.yNanometre()),
        inTime(frame));
  }

  private Optional<String> within(String what, double value, String unit, Limit limit) {
    return limit.allows(value)
        ? Optional.empty()
        : Optional.of(LimitCheck.beyond(what, value, unit, limit, scan.phase().key()));
  }

  private Optional<String> inTime(ScanFrame frame) {
    double most = profile.times().measure().toNanos() / 1e9;
    return frame.seconds() < most
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "its lines take %.0f s and a measurement may take %.0f s (measure-seconds)",
                frame.seconds(),
                most));
  }

  @SafeVarargs
  private static Optional<String> first(Optional<String>... reasons) {
    for (Optional<String> reason : reasons) {
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }
}
