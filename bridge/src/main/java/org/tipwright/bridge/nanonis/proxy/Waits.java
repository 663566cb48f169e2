package org.tipwright.bridge.nanonis.proxy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.tipwright.bridge.instrument.InstrumentException;
import org.tipwright.bridge.nanonis.Answer;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.MalformedException;
import org.tipwright.bridge.nanonis.Reply;
import org.tipwright.bridge.nanonis.Value;
import org.tipwright.bridge.nanonis.driver.Lines;
import org.tipwright.bridge.wire.SiUnits;

/**
 * Waits for scripts. The instrument itself is never told to wait for long: a line that waits can
 * carry nothing else.
 */
final class Waits {

  private static final int SLICE_MILLIS = 100;
  private static final int POLL_MILLIS = 20;
  private static final long STILL_NANOS = 300_000_000;
  private static final double ARRIVED_ANGSTROM = 0.05;
  private static final double STILL_ANGSTROM = 0.01;
  private static final int OFF = 1;

  private final Lines lines;

  Waits(Lines lines) {
    this.lines = lines;
  }

  /** Waits for the end of a scan or a line in slices, until the script's own time is over. */
  Reply scan(Command wait, BooleanSupplier gone) throws InstrumentException, InterruptedException {
    long millis = wait.whole("timeout");
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    boolean wasRunning = scanIsRunning();
    while (true) {
      long left = millis < 0 ? SLICE_MILLIS : (end - System.nanoTime()) / 1_000_000;
      long slice = Math.max(0, Math.min(SLICE_MILLIS, left));
      Reply.Verbatim reply =
          lines.passLong(wait.with("timeout", slice), Duration.ofMillis(SLICE_MILLIS));
      if (reply.failed() || (left <= SLICE_MILLIS && millis >= 0) || gone.getAsBoolean()) {
        return reply;
      }
      Answer answer = answer(wait, reply);
      if (!answer.on("timed-out")) {
        return reply;
      }
      if (wait.name().equals("Scan.WaitEndOfScan") && wasRunning && !scanIsRunning()) {
        // It ended between two slices, and the next one would wait for another scan.
        return new Reply.Values(List.of(new Value.Whole(0), answer.value("path")));
      }
      Thread.sleep(1);
    }
  }

  private static Answer answer(Command wait, Reply.Verbatim reply) throws InstrumentException {
    try {
      if (Reply.read(wait.layout(), reply.body()) instanceof Reply.Values done) {
        return new Answer(wait.layout(), done.values());
      }
      throw new InstrumentException(wait.name() + " was refused");
    } catch (MalformedException impossible) {
      throw new InstrumentException(String.valueOf(impossible.getMessage()), impossible);
    }
  }

  private boolean scanIsRunning() throws InstrumentException {
    return lines.read("Scan.StatusGet").on("running");
  }

  /** Until the tip is at a place, or stands still before it. */
  void arrival(Command move, BooleanSupplier gone)
      throws InstrumentException, InterruptedException {
    Answer seen = lines.read("FolMe.XYPosGet", 0);
    long since = System.nanoTime();
    while (!gone.getAsBoolean()) {
      Thread.sleep(POLL_MILLIS);
      Answer now = lines.read("FolMe.XYPosGet", 0);
      double away = angstrom(move.real("x") - now.real("x"), move.real("y") - now.real("y"));
      if (away <= ARRIVED_ANGSTROM) {
        return;
      }
      if (angstrom(seen.real("x") - now.real("x"), seen.real("y") - now.real("y"))
          > STILL_ANGSTROM) {
        seen = now;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > STILL_NANOS) {
        return;
      }
    }
  }

  private static double angstrom(double x, double y) {
    return SiUnits.angstrom(Math.hypot(x, y));
  }

  /** Until the tip is up; false if the script's own time is over before. */
  boolean withdrawal(Command withdraw, BooleanSupplier gone)
      throws InstrumentException, InterruptedException {
    long millis = withdraw.whole("timeout");
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (lines.read("ZCtrl.StatusGet").whole("status") != OFF) {
      if (gone.getAsBoolean() || (millis >= 0 && System.nanoTime() - end > 0)) {
        return false;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return true;
  }
}
