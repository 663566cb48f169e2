package org.tipwright.physics.lift.molecular;

import java.util.List;

/**
 * A field in eV over a box, interpolated by cubic B-splines through its values on a grid: twice
 * continuously differentiable. Beyond the box the field goes on as at the nearest face.
 *
 * <p>Unser, IEEE Signal Process. Mag. 16 (1999) 22: the coefficients are the values run through a
 * recursive filter with the pole √3 − 2, mirrored at the faces.
 */
final class FieldGrid {

  private static final double POLE = StrictMath.sqrt(3) - 2;

  private final int nx;
  private final int ny;
  private final int nz;
  private final double originX;
  private final double originY;
  private final double originZ;
  private final double perAngstrom;
  private final float[] coefficient;

  /** A box of grid points. */
  record Box(
      double originX,
      double originY,
      double originZ,
      double spacingAngstrom,
      int nx,
      int ny,
      int nz) {

    int points() {
      return nx * ny * nz;
    }
  }

  /**
   * A grid through these values.
   *
   * @param value in eV, z running fastest, then y
   */
  FieldGrid(Box box, double[] value) {
    nx = box.nx();
    ny = box.ny();
    nz = box.nz();
    originX = box.originX();
    originY = box.originY();
    originZ = box.originZ();
    perAngstrom = 1 / box.spacingAngstrom();
    filter(value);
    coefficient = new float[value.length];
    for (int i = 0; i < value.length; i++) {
      coefficient[i] = (float) value[i];
    }
  }

  private FieldGrid(FieldGrid like, float[] coefficient) {
    nx = like.nx;
    ny = like.ny;
    nz = like.nz;
    originX = like.originX;
    originY = like.originY;
    originZ = like.originZ;
    perAngstrom = like.perAngstrom;
    this.coefficient = coefficient;
  }

  /** The sum of fields over the same box. */
  static FieldGrid sum(List<FieldGrid> parts) {
    float[] total = new float[parts.get(0).coefficient.length];
    for (FieldGrid part : parts) {
      for (int i = 0; i < total.length; i++) {
        total[i] += part.coefficient[i];
      }
    }
    return new FieldGrid(parts.get(0), total);
  }

  /** The field after half a turn about the vertical axis through the middle of the box. */
  FieldGrid turned() {
    float[] turned = new float[coefficient.length];
    for (int column = 0; column < nx * ny; column++) {
      System.arraycopy(coefficient, column * nz, turned, (nx * ny - 1 - column) * nz, nz);
    }
    return new FieldGrid(this, turned);
  }

  private void filter(double[] c) {
    double[] line = new double[Math.max(nx, Math.max(ny, nz))];
    for (int x = 0; x < nx; x++) {
      for (int y = 0; y < ny; y++) {
        filter(c, (x * ny + y) * nz, 1, nz, line);
      }
      for (int z = 0; z < nz; z++) {
        filter(c, x * ny * nz + z, nz, ny, line);
      }
    }
    for (int yz = 0; yz < ny * nz; yz++) {
      filter(c, yz, ny * nz, nx, line);
    }
  }

  private static void filter(double[] c, int from, int stride, int n, double[] line) {
    double sum = 0;
    double power = 1;
    int reach = Math.min(n, 30);
    for (int k = 0; k < reach; k++) {
      sum += power * c[from + k * stride];
      power *= POLE;
    }
    line[0] = 6 * sum;
    for (int k = 1; k < n; k++) {
      line[k] = 6 * c[from + k * stride] + POLE * line[k - 1];
    }
    double last = POLE / (POLE * POLE - 1) * (line[n - 1] + POLE * line[n - 2]);
    c[from + (n - 1) * stride] = last;
    for (int k = n - 2; k >= 0; k--) {
      last = POLE * (last - line[k]);
      c[from + k * stride] = last;
    }
  }

  /**
   * Energy at a place.
   *
   * @param out receives the slopes dx, dy, dz in eV/Å in 0 to 2 and, with {@code curvature}, xx,
   *     xy, yy, xz, yz, zz in eV/Å² in 3 to 8
   * @return the energy in eV
   */
  double energyEv(double x, double y, double z, double[] out, boolean curvature) {
    double px = (x - originX) * perAngstrom;
    double py = (y - originY) * perAngstrom;
    double pz = (z - originZ) * perAngstrom;
    double sx = px < 0 || px > nx - 1 ? 0 : perAngstrom;
    double sy = py < 0 || py > ny - 1 ? 0 : perAngstrom;
    double sz = pz < 0 || pz > nz - 1 ? 0 : perAngstrom;
    px = Math.max(0, Math.min(nx - 1, px));
    py = Math.max(0, Math.min(ny - 1, py));
    pz = Math.max(0, Math.min(nz - 1, pz));
    int ix = Math.min((int) px, nx - 2);
    int iy = Math.min((int) py, ny - 2);
    int iz = Math.min((int) pz, nz - 2);
    double tx = px - ix;
    double ty = py - iy;
    double tz = pz - iz;
    int kz0 = iz == 0 ? 1 : iz - 1;
    int kz3 = iz == nz - 2 ? nz - 2 : iz + 2;
    double uz = 1 - tz;
    double wz0 = uz * uz * uz / 6;
    double wz3 = tz * tz * tz / 6;
    double wz1 = (4 + 3 * tz * tz * (tz - 2)) / 6;
    double wz2 = (4 + 3 * uz * uz * (uz - 2)) / 6;
    double dz0 = -0.5 * uz * uz;
    double dz3 = 0.5 * tz * tz;
    double dz1 = 0.5 * tz * (3 * tz - 4);
    double dz2 = -0.5 * uz * (3 * uz - 4);
    double uy = 1 - ty;
    double wy0 = uy * uy * uy / 6;
    double wy3 = ty * ty * ty / 6;
    double wy1 = (4 + 3 * ty * ty * (ty - 2)) / 6;
    double wy2 = (4 + 3 * uy * uy * (uy - 2)) / 6;
    double dy0 = -0.5 * uy * uy;
    double dy3 = 0.5 * ty * ty;
    double dy1 = 0.5 * ty * (3 * ty - 4);
    double dy2 = -0.5 * uy * (3 * uy - 4);
    int column0 = mirrored(iy - 1, ny) * nz;
    int column1 = iy * nz;
    int column2 = column1 + nz;
    int column3 = mirrored(iy + 2, ny) * nz;
    double e = 0;
    double ex = 0;
    double ey = 0;
    double ez = 0;
    double exx = 0;
    double exy = 0;
    double eyy = 0;
    double exz = 0;
    double eyz = 0;
    double ezz = 0;
    float[] c = coefficient;
    for (int a = 0; a < 4; a++) {
      int plane = mirrored(ix + a - 1, nx) * ny * nz;
      int p = plane + column0;
      int q = plane + column1;
      int r = plane + column2;
      int s = plane + column3;
      double low = wy0 * c[p + kz0] + wy1 * c[q + kz0] + wy2 * c[r + kz0] + wy3 * c[s + kz0];
      double mid = wy0 * c[p + iz] + wy1 * c[q + iz] + wy2 * c[r + iz] + wy3 * c[s + iz];
      double next =
          wy0 * c[p + iz + 1] + wy1 * c[q + iz + 1] + wy2 * c[r + iz + 1] + wy3 * c[s + iz + 1];
      double high = wy0 * c[p + kz3] + wy1 * c[q + kz3] + wy2 * c[r + kz3] + wy3 * c[s + kz3];
      double lowY = dy0 * c[p + kz0] + dy1 * c[q + kz0] + dy2 * c[r + kz0] + dy3 * c[s + kz0];
      double midY = dy0 * c[p + iz] + dy1 * c[q + iz] + dy2 * c[r + iz] + dy3 * c[s + iz];
      double nextY =
          dy0 * c[p + iz + 1] + dy1 * c[q + iz + 1] + dy2 * c[r + iz + 1] + dy3 * c[s + iz + 1];
      double highY = dy0 * c[p + kz3] + dy1 * c[q + kz3] + dy2 * c[r + kz3] + dy3 * c[s + kz3];
      double f = wz0 * low + wz1 * mid + wz2 * next + wz3 * high;
      double fz = dz0 * low + dz1 * mid + dz2 * next + dz3 * high;
      double fy = wz0 * lowY + wz1 * midY + wz2 * nextY + wz3 * highY;
      double wx = weight(a, tx);
      double dx = slope(a, tx);
      e += wx * f;
      ex += dx * f;
      ey += wx * fy;
      ez += wx * fz;
      if (curvature) {
        double lowYy = uy * c[p + kz0] + (3 * ty - 2) * c[q + kz0] + (3 * uy - 2) * c[r + kz0];
        double midYy = uy * c[p + iz] + (3 * ty - 2) * c[q + iz] + (3 * uy - 2) * c[r + iz];
        double nextYy =
            uy * c[p + iz + 1] + (3 * ty - 2) * c[q + iz + 1] + (3 * uy - 2) * c[r + iz + 1];
        double highYy = uy * c[p + kz3] + (3 * ty - 2) * c[q + kz3] + (3 * uy - 2) * c[r + kz3];
        double fyy =
            wz0 * (lowYy + ty * c[s + kz0])
                + wz1 * (midYy + ty * c[s + iz])
                + wz2 * (nextYy + ty * c[s + iz + 1])
                + wz3 * (highYy + ty * c[s + kz3]);
        double fyz = dz0 * lowY + dz1 * midY + dz2 * nextY + dz3 * highY;
        double fzz = uz * low + (3 * tz - 2) * mid + (3 * uz - 2) * next + tz * high;
        exx += bend(a, tx) * f;
        exy += dx * fy;
        eyy += wx * fyy;
        exz += dx * fz;
        eyz += wx * fyz;
        ezz += wx * fzz;
      }
    }
    out[0] = ex * sx;
    out[1] = ey * sy;
    out[2] = ez * sz;
    if (curvature) {
      out[3] = exx * sx * sx;
      out[4] = exy * sx * sy;
      out[5] = eyy * sy * sy;
      out[6] = exz * sx * sz;
      out[7] = eyz * sy * sz;
      out[8] = ezz * sz * sz;
    }
    return e;
  }

  private static int mirrored(int i, int n) {
    return i < 0 ? -i : i >= n ? 2 * n - 2 - i : i;
  }

  private static double weight(int k, double t) {
    double u = 1 - t;
    return switch (k) {
      case 0 -> u * u * u / 6;
      case 1 -> (4 + 3 * t * t * (t - 2)) / 6;
      case 2 -> (4 + 3 * u * u * (u - 2)) / 6;
      default -> t * t * t / 6;
    };
  }

  private static double slope(int k, double t) {
    double u = 1 - t;
    return switch (k) {
      case 0 -> -0.5 * u * u;
      case 1 -> 0.5 * t * (3 * t - 4);
      case 2 -> -0.5 * u * (3 * u - 4);
      default -> 0.5 * t * t;
    };
  }

  private static double bend(int k, double t) {
    return switch (k) {
      case 0 -> 1 - t;
      case 1 -> 3 * t - 2;
      case 2 -> 1 - 3 * t;
      default -> t;
    };
  }
}
