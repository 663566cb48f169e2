package org.tipwright.physics.scan;

import java.util.List;
import org.tipwright.physics.junction.TunnellingGap;

/**
 * Images by one tip in one frame, of a perfect instrument. Allocates nothing per image; not safe
 * for two threads at once.
 *
 * <p>{@code I = Σₖ I₀ wₖ e^{−2κ(z + δzₖ − h(r + δrₖ))}}, saturating at G₀. That sum is {@code
 * e^{−2κz}} times what does not depend on z, so a constant-current image is solved in closed form.
 */
public final class Scan {

  private final ScanFrame frame;
  private final TipShape tip;
  private final double[] column;
  private final double[] heights;
  private final double[] logTransparency;

  /** Room for the images of one tip in one frame. */
  public Scan(ScanFrame frame, TipShape tip) {
    this.frame = frame;
    this.tip = tip;
    this.column = new double[frame.columns()];
    this.heights = new double[frame.pixels()];
    this.logTransparency = new double[frame.pixels()];
  }

  /** The frame. */
  public ScanFrame frame() {
    return frame;
  }

  /**
   * An image with the feedback closed.
   *
   * @param surface with its adsorbates and bias
   * @param setpointNanoampere above 0, the absolute current
   * @param heightsAngstrom receives the height of the tip's lowest atom, pixel by pixel; counts as
   *     the surface's gap does
   */
  public void constantCurrent(
      ImagedSurface surface, double setpointNanoampere, double[] heightsAngstrom) {
    TunnellingGap gap = surface.gap();
    double bare = gap.heightAngstrom(setpointNanoampere / Math.abs(surface.biasVolt()));
    writeLogTransparency(surface, heightsAngstrom);
    for (int i = 0; i < frame.pixels(); i++) {
      heightsAngstrom[i] = bare + logTransparency[i] / gap.decayPerAngstrom();
    }
  }

  /**
   * An image with the feedback open.
   *
   * @param surface with its adsorbates and bias
   * @param heightAngstrom of the tip's lowest atom; counts as the surface's gap does
   * @param currentsNanoampere receives the current, pixel by pixel
   */
  public void constantHeight(
      ImagedSurface surface, double heightAngstrom, double[] currentsNanoampere) {
    double bare = surface.gap().logTransparency(heightAngstrom);
    writeLogTransparency(surface, currentsNanoampere);
    for (int i = 0; i < frame.pixels(); i++) {
      currentsNanoampere[i] =
          surface.biasVolt() * TunnellingGap.saturatedNanosiemens(bare + logTransparency[i]);
    }
  }

  private void writeLogTransparency(ImagedSurface surface, double[] image) {
    if (image.length < frame.pixels()) {
      throw new IllegalArgumentException(
          "an image of " + frame.pixels() + " pixels does not fit into " + image.length);
    }
    List<Apex> apexes = tip.apexes();
    double decay = surface.gap().decayPerAngstrom();
    for (int k = 0; k < apexes.size(); k++) {
      Apex apex = apexes.get(k);
      surface.writeHeights(frame, apex.xAngstrom(), apex.yAngstrom(), column, heights);
      addApex(apex, decay, apexes.size() == 1, k == 0);
    }
    if (apexes.size() > 1) {
      for (int i = 0; i < logTransparency.length; i++) {
        logTransparency[i] = StrictMath.log(logTransparency[i]);
      }
    }
  }

  /** Adds an apex's share of the transmission; of an only one, writes the ln at once. */
  private void addApex(Apex apex, double decay, boolean only, boolean first) {
    double logWeight = StrictMath.log(apex.weight()) - decay * apex.recessAngstrom();
    for (int i = 0; i < logTransparency.length; i++) {
      double log = logWeight + decay * heights[i];
      if (only) {
        logTransparency[i] = log;
      } else {
        logTransparency[i] = (first ? 0 : logTransparency[i]) + StrictMath.exp(log);
      }
    }
  }
}
