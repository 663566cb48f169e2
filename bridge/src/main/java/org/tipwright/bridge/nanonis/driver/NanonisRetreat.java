package org.tipwright.bridge.nanonis.driver;

import java.time.Duration;
import java.util.Map;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.instrument.Retreat;
import org.tipwright.bridge.nanonis.Answer;
import org.tipwright.bridge.nanonis.client.NanonisClient;
import org.tipwright.bridge.nanonis.client.NanonisException;
import org.tipwright.bridge.nanonis.client.Role;
import org.tipwright.bridge.wire.SiUnits;

/**
 * The way up over an emergency line: the driver's, or the watchdog's own. Withdrawn means that the
 * controller is off, z is at its upper end, and a bias of 1 mV or more drives no current.
 */
public final class NanonisRetreat implements Retreat {

  /** A line whose answers come within a short time, whatever the other lines do. */
  @FunctionalInterface
  interface Line {
    Answer ask(String command, Object... arguments) throws InstrumentException;
  }

  /** Below, a current of nothing says nothing. */
  private static final double BLIND_BIAS_VOLT = 1e-3;

  private static final int OFF = 1;

  private final Lines lines;
  private final Line line;
  private final DriverSettings settings;
  private final int currentIndex;
  private final double topMetre;

  private NanonisRetreat(Lines lines, Line line, DriverSettings settings)
      throws InstrumentException {
    this.lines = lines;
    this.line = line;
    this.settings = settings;
    this.currentIndex = lines.client().signals().index(settings.currentSignal());
    this.topMetre = topMetre(line);
  }

  /** Over the emergency line of the process that drives the instrument. */
  static NanonisRetreat ofTheDriver(Lines lines, DriverSettings settings)
      throws InstrumentException {
    return new NanonisRetreat(lines, lines::emergency, settings);
  }

  /** Connects to the watchdog's port alone; nothing is moved or set. */
  public static NanonisRetreat ofTheWatchdog(DriverSettings settings) throws InstrumentException {
    NanonisClient client;
    try {
      client =
          NanonisClient.connect(
              Map.of(Role.WATCHDOG_EMERGENCY, settings.address(Role.WATCHDOG_EMERGENCY)),
              settings.release(),
              settings.reply());
    } catch (NanonisException failed) {
      throw new InstrumentException(String.valueOf(failed.getMessage()), failed);
    }
    Lines lines = new Lines(client, settings);
    try {
      return new NanonisRetreat(lines, lines::watchdog, settings);
    } catch (InstrumentException | RuntimeException failed) {
      client.close();
      throw failed;
    }
  }

  /** The upper end of z: of the piezo, or of the controller where that is limited further. */
  private static double topMetre(Line line) throws InstrumentException {
    double piezo = line.ask("Piezo.RangeGet").real("z") / 2;
    return line.ask("ZCtrl.LimitsEnabledGet").on("on")
        ? Math.min(piezo, line.ask("ZCtrl.LimitsGet").real("high"))
        : piezo;
  }

  @Override
  public void order() throws InstrumentException {
    line.ask("ZCtrl.Withdraw", 0, -1);
    line.ask("FolMe.Stop");
  }

  @Override
  public boolean withdrawn() throws InstrumentException {
    return line.ask("ZCtrl.StatusGet").whole("status") == OFF
        && line.ask("ZCtrl.ZPosGet").real("z")
            >= topMetre - SiUnits.metres(settings.withdrawnAngstrom())
        && noCurrent();
  }

  private boolean noCurrent() throws InstrumentException {
    double nanoampere = line.ask("Signals.ValGet", currentIndex, 1).real("value") * 1e9;
    return Math.abs(line.ask("Bias.Get").real("bias")) >= BLIND_BIAS_VOLT
        && Math.abs(nanoampere) <= settings.withdrawnNanoampere();
  }

  @Override
  public Duration longest() {
    return settings.withdraw();
  }

  /** Hangs up. */
  @Override
  public void close() {
    lines.client().close();
  }
}
