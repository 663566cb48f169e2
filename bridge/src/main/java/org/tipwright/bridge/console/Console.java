package org.tipwright.bridge.console;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.screen.TerminalScreen;
import java.io.IOException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.tipwright.bridge.v1.Description;
import org.tipwright.bridge.v1.StateReport;

/**
 * Shows a bridge on a terminal and hands the operator's keys to it. Reading the state, drawing, and
 * each request have threads of their own: a bridge that hangs makes the page say so, and a stop
 * waits for nothing.
 */
public final class Console {

  private static final long READ_MILLIS = 200;
  private static final long DRAW_MILLIS = 50;
  private static final long BELL_NANOS = 2_000_000_000L;

  private final BridgePort bridge;
  private final String address;
  private final Arming arming;
  private final KeyBoard keys;
  private final EventFeed feed = new EventFeed();
  private Optional<Description> description = Optional.empty();
  private Optional<StateReport> report = Optional.empty();
  private String lastFailure = "";
  private long heard = System.nanoTime();
  private volatile boolean open = true;

  /**
   * A console.
   *
   * @param address of the bridge, as shown
   * @param arming what its key arms for
   */
  public Console(BridgePort bridge, String address, Arming arming) {
    this.bridge = bridge;
    this.address = address;
    this.arming = arming;
    this.keys = new KeyBoard(arming);
  }

  /** Runs until the operator leaves, the terminal is closed or the thread is interrupted. */
  public void run(TerminalScreen screen) throws IOException {
    ExecutorService threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "console");
              thread.setDaemon(true);
              return thread;
            });
    screen.startScreen();
    screen.setCursorPosition(null);
    try {
      threads.execute(this::read);
      PageScreen page = new PageScreen(screen);
      long rung = System.nanoTime() - BELL_NANOS;
      while (open) {
        for (KeyStroke key = screen.pollInput(); key != null; key = screen.pollInput()) {
          press(key, threads);
        }
        Picture picture = picture();
        page.show(picture);
        if (ConsolePage.alarm(picture).tone() == Tone.ALARM
            && System.nanoTime() - rung >= BELL_NANOS) {
          screen.getTerminal().bell();
          rung = System.nanoTime();
        }
        TimeUnit.MILLISECONDS.sleep(DRAW_MILLIS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      open = false;
      threads.shutdownNow();
      screen.stopScreen();
    }
  }

  private void press(KeyStroke key, ExecutorService threads) {
    if (key.getKeyType() == KeyType.EOF) {
      open = false;
    } else if (key.getKeyType() == KeyType.Character) {
      keys.press(key.getCharacter(), System.nanoTime())
          .ifPresent(request -> threads.execute(() -> carryOut(request)));
    }
  }

  private void carryOut(Request request) {
    try {
      switch (request) {
        case ARM -> hear(bridge.arm(arming));
        case DISARM -> hear(bridge.disarm());
        case STOP -> hear(bridge.stop());
        case RESET -> hear(bridge.reset());
        case VOID -> hear(bridge.voidAttempt());
        case LEAVE -> open = false;
      }
    } catch (RuntimeException failed) {
      say("not done: " + failed.getMessage());
    }
  }

  private void read() {
    while (open) {
      try {
        StateReport now = bridge.state();
        hear(now);
        if (description().isEmpty()) {
          describe(bridge.describe());
        }
      } catch (RuntimeException silent) {
        fail(String.valueOf(silent.getMessage()));
      }
      try {
        TimeUnit.MILLISECONDS.sleep(READ_MILLIS);
      } catch (InterruptedException interrupted) {
        return;
      }
    }
  }

  private synchronized Optional<Description> description() {
    return description;
  }

  private synchronized void describe(Description told) {
    description = Optional.of(told);
  }

  private synchronized void hear(StateReport told) {
    report = Optional.of(told);
    heard = System.nanoTime();
    lastFailure = "";
    feed.see(told, LocalTime.now());
  }

  private synchronized void fail(String sentence) {
    if (!sentence.equals(lastFailure)) {
      say(sentence);
    }
    lastFailure = sentence;
  }

  private synchronized void say(String sentence) {
    feed.say(LocalTime.now(), sentence);
  }

  private synchronized Picture picture() {
    long now = System.nanoTime();
    return new Picture(
        address, description, report, (now - heard) / 1e9, feed.lines(), keys.question(now));
  }
}
