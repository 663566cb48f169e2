package org.tipwright.bridge.nanonis.driver;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.Reply;
import org.tipwright.bridge.nanonis.Value;
import org.tipwright.bridge.nanonis.server.CommandHandler;

/**
 * A bare surface with one molecule at the origin, a feedback that lands at once, and a current that
 * falls by a decade per Å until the tip holds the molecule, by 0.2 after that. From 14 Å above
 * contact on the molecule hangs on the tip for good.
 */
public final class OneMoleculeMicroscope implements CommandHandler {

  static final double CONTACT_ANGSTROM = 1.5;
  static final double TOP_METRE = 0.5e-6;
  private static final double MOLECULE_ANGSTROM = 1.8;
  private static final double HANGING_ANGSTROM = 8;

  final List<String> motions = new CopyOnWriteArrayList<>();

  /** Not answered while it is up. */
  volatile String silentCommand = "";

  volatile boolean bindsToTheTip = true;
  volatile double heldDecadesPerAngstrom = 0.2;
  volatile double heldDecades = 3.5;
  public volatile double rupturesAtAngstrom = Double.POSITIVE_INFINITY;

  /** Lets the current read the same whatever it is; NaN for not. */
  volatile double flatAmpere = Double.NaN;

  /** Reads z with the wrong sign. */
  volatile boolean inverted;

  /** How far along x a scan's frame may lie; one beyond is clipped without a word. */
  volatile double reachMetre = Double.POSITIVE_INFINITY;

  /** By how far the molecule has drifted along x. */
  volatile double driftedMetre;

  /** While it is scanned, in A. */
  volatile double scanningAmpere = 2e-11;

  /** Of z as it is read. */
  volatile double creepMetrePerSecond;

  private final long startNanos = System.nanoTime();
  private double x = 5e-9;
  private double y;
  private double z = TOP_METRE;
  private double bias = 0.003;
  private double setpoint = 1e-11;
  private double lowest = TOP_METRE;
  private Object[] frame = {0.0, 0.0, 2e-8, 2e-8, 0.0};
  private Object[] buffer = {new int[] {0}, 256, 256};
  private double scanMetrePerSecond = 5e-8;
  private boolean scanning;
  private boolean feedback;
  private boolean held;
  private boolean hanging;
  private int readings;

  @Override
  public Reply handle(Command command, int port) throws InterruptedException {
    if (command.name().equals(silentCommand)) {
      new CountDownLatch(1).await();
    }
    synchronized (this) {
      return answer(command);
    }
  }

  private Reply answer(Command command) {
    switch (command.name()) {
      case "FolMe.XYPosSet" -> {
        x = command.real("x");
        y = command.real("y");
        moved(command);
      }
      case "ZCtrl.ZPosSet" -> {
        z = command.real("z");
        moved(command);
      }
      case "ZCtrl.OnOffSet" -> {
        feedback = command.on("on");
        land();
      }
      case "ZCtrl.Withdraw" -> {
        feedback = false;
        z = TOP_METRE;
        moved(command);
      }
      case "Bias.Set" -> {
        bias = command.real("bias");
        land();
      }
      case "ZCtrl.SetpntSet" -> {
        setpoint = command.real("setpoint");
        land();
      }
      case "Scan.FrameSet" ->
          frame =
              new Object[] {
                Math.min(command.real("centre-x"), reachMetre),
                command.real("centre-y"),
                command.real("width"),
                command.real("height"),
                command.real("angle")
              };
      case "Scan.BufferSet" ->
          buffer =
              new Object[] {
                command.argument("channels"), command.whole("pixels"), command.whole("lines")
              };
      case "Scan.SpeedSet" -> scanMetrePerSecond = command.real("forward-speed");
      // A scan is over at once, but for one that is to be caught in the act.
      case "Scan.Action" -> scanning = command.whole("action") == 0 && scanningAmpere > 1e-9;
      default -> {
        return reading(command);
      }
    }
    return Reply.of();
  }

  private Reply reading(Command command) {
    return switch (command.name()) {
      case "Util.VersionGet" -> Reply.of("SPM", "Generic 5", 13742, Catalogue.R13742);
      case "Signals.NamesGet" -> Reply.of(List.of("Bias (V)", "Current (A)", "Z (m)"));
      case "Piezo.RangeGet" -> Reply.of(1e-6, 1e-6, 2 * TOP_METRE);
      case "ZCtrl.LimitsEnabledGet" -> Reply.of(0);
      case "ZCtrl.StatusGet" -> Reply.of(feedback ? 2 : 1);
      case "ZCtrl.OnOffGet" -> Reply.of(feedback ? 1 : 0);
      case "ZCtrl.ZPosGet" ->
          Reply.of(
              (inverted ? -z : z) - creepMetrePerSecond * (System.nanoTime() - startNanos) / 1e9);
      case "FolMe.XYPosGet" -> Reply.of(x, y);
      case "Bias.Get" -> Reply.of(bias);
      case "Scan.FrameGet" -> Reply.of(frame);
      case "Scan.BufferGet" -> Reply.of(buffer);
      case "Scan.SpeedGet" -> Reply.of(scanMetrePerSecond, scanMetrePerSecond, 1e-3, 1e-3, 0, 1.0);
      case "Scan.StatusGet" -> Reply.of(scanning ? 1 : 0);
      case "Scan.FrameDataGrab" -> Reply.of("Z (m)", image(command.on("forward")), 1);
      case "Signals.ValGet" -> Reply.of(current());
      case "Signals.ValsGet" ->
          Reply.of(new float[] {(float) (scanning ? scanningAmpere : current())});
      case "FolMe.SpeedGet" -> Reply.of(1e-8, 1);
      case "SafeTip.OnOffGet" -> Reply.of(1);
      case "SafeTip.PropsGet" -> Reply.of(0, 0, 7e-8);
      case "ZCtrl.WithdrawRateGet" -> Reply.of(5e-7);
      case "ZCtrl.CtrlListGet" -> Reply.of(List.of("log Current"), 0);
      case "ZCtrl.LimitsGet" -> Reply.of(TOP_METRE, -TOP_METRE);
      case "Bias.CalibrGet" -> Reply.of(1.0, 0.0);
      case "ZCtrl.TipLiftGet", "ZCtrl.SwitchOffDelayGet" -> Reply.of(0.0);
      case "Piezo.SensGet" -> Reply.of(1e-9, 1e-9, 1e-9);
      case "Current.GainsGet" -> Reply.of(List.of("LN 10^8"), 0, List.of("1 kHz"), 0);
      case "Signals.RangeGet" -> Reply.of(1e-7, -1e-7);
      default -> Reply.of();
    };
  }

  /** What a scan of the frame shows; backward lines come from right to left. */
  private Value.RealTable image(boolean forward) {
    int pixels = 32;
    int rows = 16;
    float[] heights = new float[rows * pixels];
    for (int i = 0; i < heights.length; i++) {
      double share = (i % pixels + 0.5) / pixels - 0.5;
      double atX = (double) frame[0] + (forward ? share : -share) * (double) frame[2];
      double atY = (double) frame[1] + ((i / pixels + 0.5) / rows - 0.5) * (double) frame[3];
      heights[i] = (float) (1e-10 * reliefAngstrom((atX - driftedMetre) * 1e10, atY * 1e10));
    }
    return new Value.RealTable(rows, pixels, heights);
  }

  /** What an image shows around the molecule: a ridge, and something beside it. */
  static double reliefAngstrom(double x, double y) {
    return MOLECULE_ANGSTROM * Math.exp(-0.5 * (x * x / 36 + y * y / 9))
        + Math.exp(-0.5 * ((x - 6) * (x - 6) + (y - 7) * (y - 7)) / 4);
  }

  private void moved(Command command) {
    motions.add(command.toString());
    lowest = Math.min(lowest, z);
    double aboveContact = gapAngstrom() - CONTACT_ANGSTROM;
    boolean overMolecule = Math.hypot(x - driftedMetre, y) < 2e-9 && !hanging;
    if (bindsToTheTip && overMolecule && aboveContact <= 1e-6) {
      held = true;
    } else if (aboveContact > rupturesAtAngstrom) {
      held = false;
    } else if (held && aboveContact > 14) {
      hanging = true;
      held = false;
    }
  }

  private void land() {
    if (feedback) {
      z = (surfaceAngstrom() + 4 - Math.log10(setpoint / bias * 1e9)) * 1e-10;
    }
  }

  private double surfaceAngstrom() {
    boolean overMolecule = Math.hypot(x - driftedMetre, y) < 1e-9 && !hanging;
    return (overMolecule ? MOLECULE_ANGSTROM : 0) + (hanging ? HANGING_ANGSTROM : 0);
  }

  private double gapAngstrom() {
    return z * 1e10 - surfaceAngstrom();
  }

  private double current() {
    if (!Double.isNaN(flatAmpere)) {
      return flatAmpere;
    }
    double level =
        held
            ? heldDecades - heldDecadesPerAngstrom * (gapAngstrom() - CONTACT_ANGSTROM)
            : 4 - gapAngstrom();
    readings++;
    return bias * 1e-9 * Math.pow(10, level) * (1 + 1e-5 * (readings % 7)) + 1e-15 * (readings % 7);
  }

  synchronized double xMetre() {
    return x;
  }

  /** Edge of the frame that a scan would have. */
  synchronized double frameMetre() {
    return (double) frame[2];
  }

  synchronized double zMetre() {
    return z;
  }

  /** The lowest z that was ever commanded, in Å. */
  synchronized double lowestAngstrom() {
    return lowest * 1e10;
  }

  synchronized double biasVolt() {
    return bias;
  }

  synchronized void setBiasVolt(double volt) {
    bias = volt;
  }
}
