package org.tipwright.bridge.nanonis.driver;

import java.util.List;
import java.util.Locale;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.instrument.ScanFrame;
import org.tipwright.bridge.nanonis.driver.DriverSettings.Spot;
import org.tipwright.bridge.nanonis.image.Registration;
import org.tipwright.bridge.nanonis.image.ScanLine;
import org.tipwright.bridge.wire.SiUnits;

/**
 * Looks where the site is now, as a microscopist does before an approach: a small image at constant
 * current, held against the scan in which the site was chosen, again and again until creep has
 * passed. Lines are scanned there and back, one scan goes up and the next one down, so that what
 * the piezo lags behind cancels.
 */
final class SiteRescan {

  private final TipDrive drive;
  private final DriverSettings settings;
  private final RescanSettings how;
  private final FrameScan scan;
  private double shiftX;
  private double shiftY;

  SiteRescan(TipDrive drive, DriverSettings settings, RescanSettings how, FrameScan scan) {
    this.drive = drive;
    this.settings = settings;
    this.how = how;
    this.scan = scan;
  }

  /** Where a spot of the settings is now, as far as is known. */
  Spot now(Spot spot) {
    return new Spot(spot.xMetre() + SiUnits.metres(shiftX), spot.yMetre() + SiUnits.metres(shiftY));
  }

  private ScanFrame frame() {
    Spot centre = now(settings.site());
    return new ScanFrame(
        SiUnits.angstrom(centre.xMetre()),
        SiUnits.angstrom(centre.yMetre()),
        how.sizeAngstrom(),
        how.pixels(),
        how.lines(),
        how.angstromPerSecond(),
        settings.measure().biasVolt(),
        settings.measure().setpointNanoampere());
  }

  /**
   * Goes to the site and finds it, with the feedback on all the way.
   *
   * @param since of {@link Overtaking#now} when the verb began
   * @return why it was not found, the tip somewhere near; empty if it was, the tip over it
   */
  String find(long since) throws InstrumentException {
    double moved = Double.POSITIVE_INFINITY;
    for (int i = 0; i < how.scans(); i++) {
      List<ScanLine> scanned = scan.take(frame(), how.tripNanoampere(), i % 2 == 0, since);
      Registration.Match match =
          new Registration(how.image(), scanned).near(shiftX, shiftY, how.farthestAngstrom());
      moved = match.awayFrom(shiftX, shiftY);
      if (match.likeness() < how.likeness()) {
        return String.format(
            Locale.ROOT,
            "what lies at the site is not what 'site-image' shows there (likeness %.2f, at least"
                + " %.2f is needed)",
            match.likeness(),
            how.likeness());
      }
      if (moved > how.farthestAngstrom()) {
        return String.format(
            Locale.ROOT,
            "the site has moved by %.1f Å, more than %.1f: it may be another molecule",
            moved,
            how.farthestAngstrom());
      }
      boolean still = i > 0 && moved <= how.stillAngstrom();
      // One scan went up and the other down: by what each lags, their mean does not.
      shiftX = still ? (shiftX + match.dx()) / 2 : match.dx();
      shiftY = still ? (shiftY + match.dy()) / 2 : match.dy();
      if (still) {
        drive.travelTo(now(settings.site()), how.angstromPerSecond(), since);
        return "";
      }
    }
    return String.format(
        Locale.ROOT, "the site still moves by %.2f Å from one scan to the next", moved);
  }
}
