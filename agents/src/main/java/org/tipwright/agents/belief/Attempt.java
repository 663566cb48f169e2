package org.tipwright.agents.belief;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * One attempt: where the tip was after each step, and how it ended.
 *
 * @param x lateral positions in Å, the first at contact
 * @param y lateral positions in Å, as many
 * @param ruptured whether the last position broke the bond; every other one is known to be safe
 */
public record Attempt(double[] x, double[] y, boolean ruptured) {

  public Attempt {
    if (x.length < 2 || x.length != y.length) {
      throw new IllegalArgumentException(
          "an attempt needs as many x as y, two or more, not " + x.length + " and " + y.length);
    }
    x = x.clone();
    y = y.clone();
  }

  /** Index of the last position, which is the number of steps. */
  public int steps() {
    return x.length - 1;
  }

  /** Index of the last position known to be safe. */
  int lastSafe() {
    return ruptured ? steps() - 1 : steps();
  }

  /** Writes it. */
  public void write(DataOutputStream out) throws IOException {
    out.writeBoolean(ruptured);
    out.writeInt(x.length);
    for (int n = 0; n < x.length; n++) {
      out.writeDouble(x[n]);
      out.writeDouble(y[n]);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Attempt read(DataInputStream in) throws IOException {
    boolean ruptured = in.readBoolean();
    double[] x = new double[in.readInt()];
    double[] y = new double[x.length];
    for (int n = 0; n < x.length; n++) {
      x[n] = in.readDouble();
      y[n] = in.readDouble();
    }
    return new Attempt(x, y, ruptured);
  }
}
