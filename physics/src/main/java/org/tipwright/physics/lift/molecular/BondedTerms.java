package org.tipwright.physics.lift.molecular;

import java.util.ArrayList;
import java.util.List;
import org.tipwright.physics.molecule.Atom;
import org.tipwright.physics.molecule.Molecule;

/**
 * What holds a molecule together: {@code Σ½k_b(r−r₀)²} over bonds, {@code Σ½k_u(r₁₃−r₁₃⁰)²} over
 * atoms with a common neighbour, {@code Σ½k_h h²} over atoms with three neighbours, h their height
 * over the neighbours' plane.
 *
 * <p>h is taken as triple product over the area in the molecule at rest, which the stiff bonds
 * keep: a polynomial, equal to the height to first order, and invariant under translation and
 * rotation. {@code k_h = 16κA/a⁴} gives a sheet the bending rigidity κ.
 */
final class BondedTerms {

  private final Spring[] springs;
  private final int[] ends;
  private final double[] law;
  private final FlatCentre[] centres;

  BondedTerms(Molecule molecule, Stiffness stiffness) {
    List<Spring> pairs = new ArrayList<>();
    List<FlatCentre> flats = new ArrayList<>();
    List<Atom> atoms = molecule.atoms();
    for (Molecule.Bond bond : molecule.bonds()) {
      pairs.add(spring(atoms, bond.first(), bond.second(), stiffness.bondEvPerAngstrom2()));
    }
    List<List<Integer>> neighbours = molecule.neighbours();
    for (int i = 0; i < atoms.size(); i++) {
      List<Integer> around = neighbours.get(i);
      for (int a = 0; a < around.size(); a++) {
        for (int b = 0; b < a; b++) {
          pairs.add(spring(atoms, around.get(b), around.get(a), stiffness.angleEvPerAngstrom2()));
        }
      }
      if (around.size() == 3) {
        flats.add(
            flat(
                atoms,
                i,
                around.get(0),
                around.get(1),
                around.get(2),
                stiffness.flatEvPerAngstrom2()));
      }
    }
    springs = pairs.toArray(new Spring[0]);
    // The same in flat arrays, for the loop that is run most.
    ends = new int[2 * springs.length];
    law = new double[2 * springs.length];
    for (int i = 0; i < springs.length; i++) {
      ends[2 * i] = 3 * springs[i].first();
      ends[2 * i + 1] = 3 * springs[i].second();
      law[2 * i] = springs[i].evPerAngstrom2();
      law[2 * i + 1] = springs[i].restAngstrom();
    }
    centres = flats.toArray(new FlatCentre[0]);
  }

  private static Spring spring(List<Atom> atoms, int a, int b, double constant) {
    return new Spring(
        Math.max(a, b), Math.min(a, b), constant, atoms.get(a).distanceAngstrom(atoms.get(b)));
  }

  private static FlatCentre flat(
      List<Atom> atoms, int centre, int a, int b, int c, double constant) {
    Atom first = atoms.get(a);
    Atom second = atoms.get(b);
    Atom third = atoms.get(c);
    double area =
        (second.xAngstrom() - first.xAngstrom()) * (third.yAngstrom() - first.yAngstrom())
            - (second.yAngstrom() - first.yAngstrom()) * (third.xAngstrom() - first.xAngstrom());
    return new FlatCentre(centre, a, b, c, constant / (area * area));
  }

  /** For each coordinate the first one with which it has a common term: the matrix's skyline. */
  int[] skyline(int atoms) {
    int[] first = new int[3 * atoms];
    for (int i = 0; i < first.length; i++) {
      first[i] = i / 3 * 3;
    }
    for (Spring s : springs) {
      couple(first, s.first(), s.second());
    }
    for (FlatCentre f : centres) {
      int[] all = {f.centre(), f.first(), f.second(), f.third()};
      for (int a : all) {
        for (int b : all) {
          couple(first, a, b);
        }
      }
    }
    return first;
  }

  private static void couple(int[] first, int a, int b) {
    int high = Math.max(a, b);
    int low = Math.min(a, b);
    for (int k = 0; k < 3; k++) {
      first[3 * high + k] = Math.min(first[3 * high + k], 3 * low);
    }
  }

  /** Adds the slopes in eV/Å to {@code slope} and returns the energy in eV. */
  double addTo(double[] r, double[] slope) {
    double energy = 0;
    for (int i = 0; i < ends.length; i += 2) {
      int a = ends[i];
      int b = ends[i + 1];
      double x = r[a] - r[b];
      double y = r[a + 1] - r[b + 1];
      double z = r[a + 2] - r[b + 2];
      double d = StrictMath.sqrt(x * x + y * y + z * z);
      double pull = law[i] * (d - law[i + 1]);
      energy += 0.5 * pull * (d - law[i + 1]);
      double f = pull / d;
      slope[a] += f * x;
      slope[a + 1] += f * y;
      slope[a + 2] += f * z;
      slope[b] -= f * x;
      slope[b + 1] -= f * y;
      slope[b + 2] -= f * z;
    }
    for (FlatCentre f : centres) {
      int o = 3 * f.first();
      int p = 3 * f.centre();
      int q = 3 * f.second();
      int s = 3 * f.third();
      double ax = r[p] - r[o];
      double ay = r[p + 1] - r[o + 1];
      double az = r[p + 2] - r[o + 2];
      double bx = r[q] - r[o];
      double by = r[q + 1] - r[o + 1];
      double bz = r[q + 2] - r[o + 2];
      double cx = r[s] - r[o];
      double cy = r[s + 1] - r[o + 1];
      double cz = r[s + 2] - r[o + 2];
      double nx = by * cz - bz * cy;
      double ny = bz * cx - bx * cz;
      double nz = bx * cy - by * cx;
      double product = ax * nx + ay * ny + az * nz;
      energy += 0.5 * f.evPerAngstrom6() * product * product;
      double g = f.evPerAngstrom6() * product;
      double ux = cy * az - cz * ay;
      double uy = cz * ax - cx * az;
      double uz = cx * ay - cy * ax;
      double vx = ay * bz - az * by;
      double vy = az * bx - ax * bz;
      double vz = ax * by - ay * bx;
      slope[p] += g * nx;
      slope[p + 1] += g * ny;
      slope[p + 2] += g * nz;
      slope[q] += g * ux;
      slope[q + 1] += g * uy;
      slope[q + 2] += g * uz;
      slope[s] += g * vx;
      slope[s + 1] += g * vy;
      slope[s + 2] += g * vz;
      slope[o] -= g * (nx + ux + vx);
      slope[o + 1] -= g * (ny + uy + vy);
      slope[o + 2] -= g * (nz + uz + vz);
    }
    return energy;
  }

  /** Adds the second derivatives in eV/Å² to {@code stiffness}. */
  void addTo(double[] r, SkylineMatrix stiffness, double[] work) {
    for (Spring s : springs) {
      int a = 3 * s.first();
      int b = 3 * s.second();
      double x = r[a] - r[b];
      double y = r[a + 1] - r[b + 1];
      double z = r[a + 2] - r[b + 2];
      double d2 = x * x + y * y + z * z;
      double ratio = s.restAngstrom() / StrictMath.sqrt(d2);
      double k = s.evPerAngstrom2();
      double across = k * (1 - ratio);
      double along = k * ratio / d2;
      work[0] = x;
      work[1] = y;
      work[2] = z;
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          double h = along * work[i] * work[j] + (i == j ? across : 0);
          stiffness.add(a + i, b + j, -h);
          if (j <= i) {
            stiffness.add(a + i, a + j, h);
            stiffness.add(b + i, b + j, h);
          }
        }
      }
    }
    for (FlatCentre f : centres) {
      addFlat(r, f, stiffness, work);
    }
  }

  /**
   * With T = a·(b×c), {@code ∂²(½kT²) = k(∂T ∂Tᵀ + T ∂²T)}; the blocks of ∂²T are the cross-product
   * matrices of a, b and c.
   */
  private static void addFlat(double[] r, FlatCentre f, SkylineMatrix stiffness, double[] w) {
    int o = 3 * f.first();
    int p = 3 * f.centre();
    int q = 3 * f.second();
    int s = 3 * f.third();
    for (int i = 0; i < 3; i++) {
      w[i] = r[p + i] - r[o + i];
      w[3 + i] = r[q + i] - r[o + i];
      w[6 + i] = r[s + i] - r[o + i];
    }
    cross(w, 3, 6, w, 12);
    cross(w, 6, 0, w, 15);
    cross(w, 0, 3, w, 18);
    for (int i = 0; i < 3; i++) {
      w[9 + i] = -(w[12 + i] + w[15 + i] + w[18 + i]);
    }
    double k = f.evPerAngstrom6();
    double t = k * (w[0] * w[12] + w[1] * w[13] + w[2] * w[14]);
    addBlock(stiffness, o, o, k, w, 9, 9, 0, 0, 0);
    addBlock(stiffness, p, p, k, w, 12, 12, 0, 0, 0);
    addBlock(stiffness, q, q, k, w, 15, 15, 0, 0, 0);
    addBlock(stiffness, s, s, k, w, 18, 18, 0, 0, 0);
    double ax = t * w[0];
    double ay = t * w[1];
    double az = t * w[2];
    double bx = t * w[3];
    double by = t * w[4];
    double bz = t * w[5];
    double cx = t * w[6];
    double cy = t * w[7];
    double cz = t * w[8];
    // ∂²T/∂a∂b = [c], ∂²T/∂a∂c = −[b], ∂²T/∂b∂c = [a], where [v]ᵢⱼ = εᵢⱼₖvₖ.
    addBlock(stiffness, p, q, k, w, 12, 15, cx, cy, cz);
    addBlock(stiffness, p, s, k, w, 12, 18, -bx, -by, -bz);
    addBlock(stiffness, q, s, k, w, 15, 18, ax, ay, az);
    // The common corner moves against all three.
    addBlock(stiffness, p, o, k, w, 12, 9, bx - cx, by - cy, bz - cz);
    addBlock(stiffness, q, o, k, w, 15, 9, cx - ax, cy - ay, cz - az);
    addBlock(stiffness, s, o, k, w, 18, 9, ax - bx, ay - by, az - bz);
  }

  private static void cross(double[] v, int a, int b, double[] into, int at) {
    double x = v[a + 1] * v[b + 2] - v[a + 2] * v[b + 1];
    double y = v[a + 2] * v[b] - v[a] * v[b + 2];
    double z = v[a] * v[b + 1] - v[a + 1] * v[b];
    into[at] = x;
    into[at + 1] = y;
    into[at + 2] = z;
  }

  /** Adds k g hᵀ + [v] to the block of rows {@code row} and columns {@code column}. */
  private static void addBlock(
      SkylineMatrix m,
      int row,
      int column,
      double k,
      double[] w,
      int g,
      int h,
      double vx,
      double vy,
      double vz) {
    if (row == column) {
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j <= i; j++) {
          m.add(row + i, row + j, k * w[g + i] * w[h + j]);
        }
      }
    } else if (row > column) {
      addFull(m, row, column, k, w, g, h, vx, vy, vz);
    } else {
      addFull(m, column, row, k, w, h, g, -vx, -vy, -vz);
    }
  }

  private static void addFull(
      SkylineMatrix m,
      int row,
      int column,
      double k,
      double[] w,
      int g,
      int h,
      double vx,
      double vy,
      double vz) {
    double g0 = k * w[g];
    double g1 = k * w[g + 1];
    double g2 = k * w[g + 2];
    m.add(row, column, g0 * w[h]);
    m.add(row, column + 1, g0 * w[h + 1] + vz);
    m.add(row, column + 2, g0 * w[h + 2] - vy);
    m.add(row + 1, column, g1 * w[h] - vz);
    m.add(row + 1, column + 1, g1 * w[h + 1]);
    m.add(row + 1, column + 2, g1 * w[h + 2] + vx);
    m.add(row + 2, column, g2 * w[h] + vy);
    m.add(row + 2, column + 1, g2 * w[h + 1] - vx);
    m.add(row + 2, column + 2, g2 * w[h + 2]);
  }
}
