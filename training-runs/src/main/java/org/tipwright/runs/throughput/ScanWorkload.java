package org.tipwright.runs.throughput;

import org.tipwright.physics.junction.TunnellingGap;
import org.tipwright.physics.scan.ImagedSurface;
import org.tipwright.physics.scan.Scan;
import org.tipwright.physics.scan.ScanFrame;
import org.tipwright.physics.scan.SurfaceState;
import org.tipwright.physics.scan.TipShape;
import org.tipwright.runs.experiment.Arrangements;

/**
 * One constant-current image of 128 by 128 pixels: twenty adatoms that scatter the surface state of
 * Cu(111), a sharp tip.
 */
public final class ScanWorkload implements Workload {

  private static final double SIZE_ANGSTROM = 100;
  private static final int PIXELS = 128;
  private static final double SETPOINT_NANOAMPERE = 0.05;
  private static final double BIAS_VOLT = 0.02;

  private final ImagedSurface surface =
      new ImagedSurface(TunnellingGap.silver(), BIAS_VOLT, SurfaceState.copper());
  private final Scan scan =
      new Scan(ScanFrame.square(0, 0, SIZE_ANGSTROM, PIXELS), TipShape.sharp());
  private final double[] heights = new double[PIXELS * PIXELS];

  /** Places the adatoms. */
  public ScanWorkload() {
    surface.place(Arrangements.named("corral"));
  }

  @Override
  public void run() {
    scan.constantCurrent(surface, SETPOINT_NANOAMPERE, heights);
  }

  /** Height of a pixel of the last image, in Å. */
  public double heightAngstrom(int pixel) {
    return heights[pixel];
  }
}
