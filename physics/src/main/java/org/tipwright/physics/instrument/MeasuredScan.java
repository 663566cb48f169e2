package org.tipwright.physics.instrument;

import org.tipwright.physics.scan.ImagedSurface;
import org.tipwright.physics.scan.ScanFrame;
import org.tipwright.physics.scan.TipShape;

/**
 * Images as an imperfect instrument takes them: the tip goes forth and back along each row in the
 * instrument's time, and the forward trace is kept. Positions are commanded ones, so that drift and
 * creep distort the image. Allocates nothing per image.
 */
public final class MeasuredScan {

  private final ScanFrame frame;
  private final TipShape tip;
  private final FeedbackSettings settings;
  private final Feedback feedback;
  private final InstrumentFaults instrument;
  private final int samplesPerPixel;
  private double height;

  /**
   * A way to take images.
   *
   * @param speedAngstromPerSecond along a row
   * @param instrument carries its time, drift and creep from one image to the next
   */
  public MeasuredScan(
      ScanFrame frame,
      TipShape tip,
      double speedAngstromPerSecond,
      FeedbackSettings settings,
      InstrumentFaults instrument) {
    if (!(speedAngstromPerSecond > 0)) {
      throw new IllegalArgumentException(
          "a scan at " + speedAngstromPerSecond + " Å/s: must be above 0");
    }
    this.frame = frame;
    this.tip = tip;
    this.settings = settings;
    this.feedback = new Feedback(settings);
    this.instrument = instrument;
    double perPixel = frame.pixelAngstrom() / speedAngstromPerSecond / settings.periodSeconds();
    this.samplesPerPixel = Math.max(1, (int) StrictMath.rint(perPixel));
  }

  /**
   * An image with the feedback closed, from the bottom row up.
   *
   * @param setpointNanoampere above 0, the absolute current
   * @param heightsAngstrom receives the mean commanded height of each pixel
   */
  public void constantCurrent(
      ImagedSurface surface, double setpointNanoampere, double[] heightsAngstrom) {
    height = surface.gap().heightAngstrom(setpointNanoampere / Math.abs(surface.biasVolt()));
    feedback.engage();
    settleOn(surface, setpointNanoampere);
    scan(surface, setpointNanoampere, heightsAngstrom);
  }

  /**
   * An image with the feedback open, from the bottom row up.
   *
   * @param heightAngstrom commanded, of the tip's lowest atom
   * @param currentsNanoampere receives the mean current read at each pixel
   */
  public void constantHeight(
      ImagedSurface surface, double heightAngstrom, double[] currentsNanoampere) {
    height = heightAngstrom;
    scan(surface, 0, currentsNanoampere);
  }

  /**
   * Waits at the first pixel for 100 of the loop's times T with the feedback open, until the
   * amplifier shows the current, and as long with it closed.
   */
  private void settleOn(ImagedSurface surface, double setpoint) {
    int periods = (int) Math.ceil(100 * settings.timeSeconds() / settings.periodSeconds());
    for (int i = 0; i < 2 * periods; i++) {
      sample(surface, i < periods ? 0 : setpoint, frame.leftAngstrom(), frame.bottomAngstrom());
    }
  }

  private void scan(ImagedSurface surface, double setpoint, double[] image) {
    for (int row = 0; row < frame.rows(); row++) {
      double y = frame.yAngstrom(row);
      for (int column = 0; column < frame.columns(); column++) {
        image[row * frame.columns() + column] = pixel(surface, setpoint, column, y, 1);
      }
      for (int column = frame.columns() - 1; column >= 0; column--) {
        pixel(surface, setpoint, column, y, -1);
      }
    }
  }

  private double pixel(
      ImagedSurface surface, double setpoint, int column, double y, int direction) {
    double sum = 0;
    for (int i = 0; i < samplesPerPixel; i++) {
      double within = direction * ((i + 0.5) / samplesPerPixel - 0.5) * frame.pixelAngstrom();
      sum += sample(surface, setpoint, frame.xAngstrom(column) + within, y);
    }
    return sum / samplesPerPixel;
  }

  /** One period of the controller: the current read, or with feedback the height commanded. */
  private double sample(ImagedSurface surface, double setpoint, double x, double y) {
    instrument.sweepTo(x, y, height, settings.periodSeconds());
    double read =
        instrument.readNanoampere(
            surface.currentNanoampere(
                tip, instrument.tipX(), instrument.tipY(), instrument.tipZ()));
    if (setpoint == 0) {
      return read;
    }
    double commanded = height;
    height += feedback.correctionAngstrom(read, setpoint);
    return commanded;
  }
}
