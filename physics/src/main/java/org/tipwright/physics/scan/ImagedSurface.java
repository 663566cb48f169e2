package org.tipwright.physics.scan;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tipwright.physics.junction.TunnellingGap;

/**
 * A terrace with adsorbates at one bias: the height at which each spot carries the same current.
 *
 * <p>It is the sum of the adsorbates' Gaussian protrusions and of the surface state's standing
 * waves around them; a wave that changes the density of states by a share p raises it by {@code
 * p/2κ}. Waves of several scatterers are added: multiple scattering is left out. The surface is
 * flat on the atomic scale, as (111) terraces are under a metal tip at a nanosiemens and less.
 *
 * <p>{@link #place} allocates only when there are more adsorbates than ever before. Not safe for
 * two threads at once while being placed.
 */
public final class ImagedSurface {

  /** Beyond so many standard deviations a protrusion is below 2e-8 of its height. */
  private static final double SIGMAS = 6;

  private final TunnellingGap gap;
  private final double biasVolt;
  private final double waveHeightAngstrom;
  private final @Nullable WaveTable waves;

  private int bumps;
  private double[] bumpX = new double[64];
  private double[] bumpY = new double[64];
  private double[] bumpHeight = new double[64];
  private double[] bumpFall = new double[64];
  private double[] bumpReach = new double[64];

  private int scatterers;
  private double[] waveX = new double[16];
  private double[] waveY = new double[16];
  private double[] waveCosine = new double[16];
  private double[] waveSine = new double[16];

  /**
   * An empty terrace.
   *
   * @param gap how the current falls with height, which counts as the gap's does
   * @param biasVolt at the sample, not 0; waves have the mean energy of those that tunnel, half of
   *     it
   * @param state the surface state, or null for a surface without one
   */
  public ImagedSurface(TunnellingGap gap, double biasVolt, @Nullable SurfaceState state) {
    if (!(Math.abs(biasVolt) > 0)) {
      throw new IllegalArgumentException("no current flows at a bias of " + biasVolt + " V");
    }
    this.gap = gap;
    this.biasVolt = biasVolt;
    double waveNumber = state == null ? 0 : state.waveNumberPerAngstrom(biasVolt / 2);
    this.waves = waveNumber > 0 ? new WaveTable(waveNumber) : null;
    this.waveHeightAngstrom = state == null ? 0 : state.currentShare() / gap.decayPerAngstrom();
  }

  /** How the current falls with height. */
  public TunnellingGap gap() {
    return gap;
  }

  /** Bias at the sample, in V. */
  public double biasVolt() {
    return biasVolt;
  }

  /** Puts these adsorbates on the terrace and takes away those that were there. */
  public void place(List<Adsorbate> arrangement) {
    bumps = 0;
    scatterers = 0;
    for (int i = 0; i < arrangement.size(); i++) {
      place(arrangement.get(i));
    }
  }

  private void place(Adsorbate adsorbate) {
    AdsorbateKind kind = adsorbate.kind();
    double cosine = StrictMath.cos(adsorbate.angleRadians());
    double sine = StrictMath.sin(adsorbate.angleRadians());
    List<Protrusion> protrusions = kind.protrusions();
    for (int i = 0; i < protrusions.size(); i++) {
      Protrusion part = protrusions.get(i);
      reserveBump();
      bumpX[bumps] = adsorbate.xAngstrom() + cosine * part.xAngstrom() - sine * part.yAngstrom();
      bumpY[bumps] = adsorbate.yAngstrom() + sine * part.xAngstrom() + cosine * part.yAngstrom();
      bumpHeight[bumps] = part.share() * adsorbate.apparentHeightAngstrom();
      bumpFall[bumps] = 0.5 / (part.sigmaAngstrom() * part.sigmaAngstrom());
      bumpReach[bumps] = SIGMAS * part.sigmaAngstrom();
      bumps++;
    }
    double phase = kind.scatteringPhaseRadians();
    if (waves != null && phase != 0) {
      reserveScatterer();
      double strength = waveHeightAngstrom * StrictMath.sin(phase);
      waveX[scatterers] = adsorbate.xAngstrom();
      waveY[scatterers] = adsorbate.yAngstrom();
      waveCosine[scatterers] = strength * StrictMath.cos(phase);
      waveSine[scatterers] = -strength * StrictMath.sin(phase);
      scatterers++;
    }
  }

  private void reserveBump() {
    if (bumps == bumpX.length) {
      int more = 2 * bumps;
      bumpX = Arrays.copyOf(bumpX, more);
      bumpY = Arrays.copyOf(bumpY, more);
      bumpHeight = Arrays.copyOf(bumpHeight, more);
      bumpFall = Arrays.copyOf(bumpFall, more);
      bumpReach = Arrays.copyOf(bumpReach, more);
    }
  }

  private void reserveScatterer() {
    if (scatterers == waveX.length) {
      int more = 2 * scatterers;
      waveX = Arrays.copyOf(waveX, more);
      waveY = Arrays.copyOf(waveY, more);
      waveCosine = Arrays.copyOf(waveCosine, more);
      waveSine = Arrays.copyOf(waveSine, more);
    }
  }

  /** Height in Å of the surface at a spot, above the bare terrace. */
  public double heightAngstrom(double xAngstrom, double yAngstrom) {
    double height = 0;
    for (int i = 0; i < bumps; i++) {
      double dx = xAngstrom - bumpX[i];
      double dy = yAngstrom - bumpY[i];
      if (Math.abs(dx) <= bumpReach[i] && Math.abs(dy) <= bumpReach[i]) {
        height += bumpHeight[i] * StrictMath.exp(-bumpFall[i] * (dx * dx + dy * dy));
      }
    }
    if (waves != null) {
      for (int i = 0; i < scatterers; i++) {
        double dx = xAngstrom - waveX[i];
        double dy = yAngstrom - waveY[i];
        height += waveHeight(waves, i, dx * dx + dy * dy);
      }
    }
    return height;
  }

  private double waveHeight(WaveTable table, int scatterer, double distance2) {
    return distance2 < WaveTable.RANGE_ANGSTROM * WaveTable.RANGE_ANGSTROM
        ? table.at(distance2, waveCosine[scatterer], waveSine[scatterer])
        : 0;
  }

  /**
   * ln of the tip's transmission if its lowest atom were at the height of point contact with the
   * bare terrace: {@code ln Σ wₖ e^{2κ(h(r + δrₖ) − δzₖ)}}, Tersoff and Hamann, Phys. Rev. B 31
   * (1985) 805, for each apex.
   */
  double logTransparency(TipShape tip, double xAngstrom, double yAngstrom) {
    List<Apex> apexes = tip.apexes();
    double sum = 0;
    for (int k = 0; k < apexes.size(); k++) {
      Apex apex = apexes.get(k);
      double height =
          heightAngstrom(xAngstrom + apex.xAngstrom(), yAngstrom + apex.yAngstrom())
              - apex.recessAngstrom();
      sum += apex.weight() * StrictMath.exp(gap.decayPerAngstrom() * height);
    }
    return StrictMath.log(sum);
  }

  /** Current in nA into a tip whose lowest atom is at a position. */
  public double currentNanoampere(
      TipShape tip, double xAngstrom, double yAngstrom, double heightAngstrom) {
    return biasVolt
        * TunnellingGap.saturatedNanosiemens(
            logTransparency(tip, xAngstrom, yAngstrom) + gap.logTransparency(heightAngstrom));
  }

  /**
   * Writes the heights of a shifted frame, row by row.
   *
   * @param column room for a number per column
   */
  void writeHeights(
      ScanFrame frame, double shiftX, double shiftY, double[] column, double[] heights) {
    Arrays.fill(heights, 0, frame.pixels(), 0);
    for (int i = 0; i < bumps; i++) {
      addBump(i, frame, shiftX, shiftY, column, heights);
    }
    if (waves != null) {
      for (int i = 0; i < scatterers; i++) {
        addWave(waves, i, frame, shiftX, shiftY, heights);
      }
    }
  }

  private void addBump(
      int i, ScanFrame frame, double shiftX, double shiftY, double[] column, double[] heights) {
    double x = bumpX[i] - shiftX - frame.leftAngstrom();
    double y = bumpY[i] - shiftY - frame.bottomAngstrom();
    double pixel = frame.pixelAngstrom();
    double reach = bumpReach[i];
    int left = (int) Math.max(0, Math.ceil((x - reach) / pixel));
    int right = (int) Math.min(frame.columns() - 1, Math.floor((x + reach) / pixel));
    int bottom = (int) Math.max(0, Math.ceil((y - reach) / pixel));
    int top = (int) Math.min(frame.rows() - 1, Math.floor((y + reach) / pixel));
    if (left > right || bottom > top) {
      return;
    }
    for (int c = left; c <= right; c++) {
      double dx = c * pixel - x;
      column[c] = StrictMath.exp(-bumpFall[i] * dx * dx);
    }
    for (int row = bottom; row <= top; row++) {
      double dy = row * pixel - y;
      double part = bumpHeight[i] * StrictMath.exp(-bumpFall[i] * dy * dy);
      int start = row * frame.columns();
      for (int c = left; c <= right; c++) {
        heights[start + c] += part * column[c];
      }
    }
  }

  private void addWave(
      WaveTable table, int i, ScanFrame frame, double shiftX, double shiftY, double[] heights) {
    double x = waveX[i] - shiftX - frame.leftAngstrom();
    double y = waveY[i] - shiftY - frame.bottomAngstrom();
    double pixel = frame.pixelAngstrom();
    int at = 0;
    for (int row = 0; row < frame.rows(); row++) {
      double dy = row * pixel - y;
      for (int c = 0; c < frame.columns(); c++) {
        double dx = c * pixel - x;
        heights[at++] += waveHeight(table, i, dx * dx + dy * dy);
      }
    }
  }
}
