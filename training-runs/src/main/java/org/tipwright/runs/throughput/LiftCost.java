package org.tipwright.runs.throughput;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.tipwright.env.random.RandomStream;
import org.tipwright.physics.NotConverged;
import org.tipwright.physics.molecule.Molecule;
import org.tipwright.physics.molecule.MoleculeFormat;
import org.tipwright.physics.molecule.MoleculeFormatException;
import org.tipwright.physics.molecule.Molecules;
import org.tipwright.runs.experiment.LayerChoice;
import org.tipwright.runs.experiment.LiftEngine;
import org.tipwright.runs.figure.Axis;
import org.tipwright.runs.figure.CsvTable;
import org.tipwright.runs.figure.CsvTable.Column;
import org.tipwright.runs.figure.Line;
import org.tipwright.runs.figure.LineFigure;
import org.tipwright.runs.figure.Panel;

/**
 * What a lift step of the molecular engine costs.
 *
 * @param molecule name of the molecule
 * @param atoms its number of atoms
 * @param neighbours rigid molecules around it
 * @param microseconds processor time of a lift step, median
 */
public record LiftCost(String molecule, int atoms, int neighbours, double microseconds) {

  private static final String TERRYLENE = "terrylene-dianhydride.molecule";

  /** Neighbours of PTCDA in its layer, beyond one end, and along the sides. */
  private static final int ALL = 12;

  private static final int WITHOUT_AN_END = 8;

  /** Isolated molecules of 24, 38 and 52 atoms, then PTCDA with 8 and 12 neighbours. */
  public static List<LiftCost> measure(Stopwatch watch) throws NotConverged {
    List<LiftCost> costs = new ArrayList<>();
    for (Molecule molecule : List.of(Molecules.ntcda(), Molecules.ptcda(), terrylene())) {
      costs.add(cost(watch, molecule, LayerChoice.ISOLATED, 0));
    }
    costs.add(cost(watch, Molecules.ptcda(), LayerChoice.EDGE, WITHOUT_AN_END));
    costs.add(cost(watch, Molecules.ptcda(), LayerChoice.FULL, ALL));
    return costs;
  }

  private static LiftCost cost(
      Stopwatch watch, Molecule molecule, LayerChoice layer, int neighbours) throws NotConverged {
    RandomGenerator random = new RandomStream(1, "benchmark");
    double rate =
        watch.callsPerSecond(new LiftWorkload(LiftEngine.MOLECULAR, molecule, layer, random));
    return new LiftCost(molecule.name(), molecule.atoms().size(), neighbours, 1e6 / rate);
  }

  private static Molecule terrylene() {
    try (InputStream in = LiftCost.class.getResourceAsStream(TERRYLENE)) {
      if (in == null) {
        throw new IllegalStateException(TERRYLENE + " is missing from the program");
      }
      return MoleculeFormat.read(TERRYLENE, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MoleculeFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The figures as a table. */
  public static CsvTable table(List<LiftCost> costs) {
    CsvTable table =
        new CsvTable(
            List.of(
                new Column("molecule", "%s"),
                new Column("atoms", "%d"),
                new Column("neighbours", "%d"),
                new Column("step_microseconds", "%.1f")));
    for (LiftCost cost : costs) {
      table.add(cost.molecule, cost.atoms, cost.neighbours, cost.microseconds);
    }
    return table;
  }

  /** Cost against atoms, without neighbours. */
  public static void writeAgainstAtoms(Path file, List<LiftCost> costs) throws IOException {
    List<LiftCost> isolated = costs.stream().filter(c -> c.neighbours == 0).toList();
    write(file, "atoms of an isolated molecule", isolated, LiftCost::atoms);
  }

  /** Cost against neighbours, for PTCDA. */
  public static void writeAgainstNeighbours(Path file, List<LiftCost> costs) throws IOException {
    List<LiftCost> layered = costs.stream().filter(c -> c.molecule.equals("PTCDA")).toList();
    write(file, "neighbours of PTCDA", layered, LiftCost::neighbours);
  }

  private static void write(
      Path file, String across, List<LiftCost> costs, ToDoubleFunction<LiftCost> of)
      throws IOException {
    Line line =
        Line.of(
            across,
            costs.stream().mapToDouble(of).toArray(),
            costs.stream().mapToDouble(LiftCost::microseconds).toArray());
    Axis cost = Axis.linear("time of a lift step (µs)").fromZero();
    LineFigure.write(file, List.of(new Panel(Axis.linear(across), cost, List.of(line), 700)));
  }
}
