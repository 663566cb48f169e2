package org.tipwright.bridge.nanonis.driver;

import java.util.Locale;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.nanonis.driver.TipDrive.Place;
import org.tipwright.bridge.wire.SiUnits;

/**
 * Lowers the tip in steps of 0.05 Å until it holds the molecule: the current jumps within 0.1 Å,
 * and does not fall as through vacuum when the tip backs off by 0.2 Å.
 */
final class ContactSearch {

  private static final double STEP_ANGSTROM = 0.05;
  private static final int STEPS_OF_A_JUMP = 2;
  private static final int STEPS_OF_AN_ANGSTROM = 20;
  private static final double BEGIN_DECADES = 0.5;
  private static final double BACK_OFF_ANGSTROM = 0.2;

  private final TipDrive drive;
  private final JunctionMeter meter;
  private final DriverSettings settings;

  ContactSearch(TipDrive drive, JunctionMeter meter, DriverSettings settings) {
    this.drive = drive;
    this.meter = meter;
    this.settings = settings;
  }

  /**
   * How a search has ended.
   *
   * @param place where the tip is
   * @param missed why that is no contact; empty if it is
   */
  record End(Place place, String missed) {}

  /**
   * From the reference height down.
   *
   * @param since of {@link Overtaking#now} when the verb began
   */
  End from(Place reference, long since) throws InstrumentException {
    meter.begin();
    int steps = (int) Math.floor(settings.approachAngstrom() / STEP_ANGSTROM + 1e-6);
    double[] levels = new double[steps + 1];
    levels[0] = meter.read();
    checkBegin(levels[0]);
    for (int i = 1; i <= steps; i++) {
      Place here = lowered(reference, i * STEP_ANGSTROM);
      go(here, since);
      levels[i] = meter.read();
      checkRise(levels, i);
      double before = levels[Math.max(0, i - STEPS_OF_A_JUMP)];
      double jump = levels[i] - before;
      if (jump >= settings.contactJumpDecades()) {
        double fall = fallOnBackingOff(here, levels[i], since);
        // No vacuum gives such a jump; what came by it has stayed if nine tenths have.
        if (fall < Math.max(settings.backOffDecades(), jump / 10)) {
          return new End(here, "");
        } else if (fall < jump / 2) {
          return new End(
              here,
              String.format(
                  Locale.ROOT,
                  "the current rose by %.2f decades and fell by %.2f on backing off: neither"
                      + " contact nor vacuum",
                  jump,
                  fall));
        }
      }
    }
    return new End(
        lowered(reference, steps * STEP_ANGSTROM),
        "nothing held the tip within "
            + settings.approachAngstrom()
            + " Å below the reference height");
  }

  /** Whatever the bias, the conductance at the reference height is the same. */
  private void checkBegin(double level) throws InstrumentException {
    DriverSettings.Tunnelling at = settings.reference();
    double wanted = Math.log10(at.setpointNanoampere() / at.biasVolt());
    if (Math.abs(level - wanted) > BEGIN_DECADES) {
      throw new InstrumentException(
          String.format(
              Locale.ROOT,
              "at the reference height the junction conducts 10^%.2f nS where the feedback held"
                  + " 10^%.2f: bias or current are misread, or the tip has moved",
              level,
              wanted));
    }
  }

  private void checkRise(double[] levels, int i) throws InstrumentException {
    if (i >= STEPS_OF_AN_ANGSTROM
        && levels[i] - levels[i - STEPS_OF_AN_ANGSTROM] < settings.searchRiseDecades()) {
      throw new InstrumentException(
          String.format(
              Locale.ROOT,
              "the current rose by only %.2f decades while the tip came down by 1 Å: it is not the"
                  + " junction's",
              levels[i] - levels[i - STEPS_OF_AN_ANGSTROM]));
    }
  }

  private double fallOnBackingOff(Place here, double level, long since) throws InstrumentException {
    go(lowered(here, -BACK_OFF_ANGSTROM), since);
    double fall = level - meter.read();
    go(here, since);
    return fall;
  }

  private void go(Place to, long since) throws InstrumentException {
    drive.moveTo(to, settings.approachAngstromPerSecond(), since, () -> {});
  }

  private static Place lowered(Place place, double angstrom) {
    return new Place(place.x(), place.y(), place.z() - SiUnits.metres(angstrom));
  }
}
