package org.tipwright.bridge.instrument;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does what it is told, remembers it, and fails or hangs on request. */
public final class RecordingInstrument implements Instrument {

  /** Every verb that reached the instrument, in order. */
  public final List<String> done = new CopyOnWriteArrayList<>();

  /** Current of the next readings, in nA. */
  public volatile double currentNanoampere = 20;

  /** Mean log-conductance of the next readings. */
  public volatile double logConductanceMean = 3.5;

  /** Jump of the log-conductance of the next readings. */
  public volatile double logConductanceJump;

  /** Frequency shift of the next readings, in Hz. */
  public volatile double frequencyShiftHertz = Double.NaN;

  /** What it says it measures. */
  public volatile List<String> declared = List.of("current");

  /** Thrown by the next moves. */
  public volatile @Nullable RuntimeException failure;

  /** Why it is not ready; null if it cannot be asked. */
  public volatile @Nullable List<String> unready = List.of();

  /** What somebody has changed; null if it cannot be read. */
  public volatile @Nullable List<String> changed = List.of();

  /** Withdrawals that fail before one succeeds. */
  public volatile int failingWithdrawals;

  /** While set, moves wait for it after they were begun. */
  public volatile @Nullable CountDownLatch hold;

  /** What happens once, right after an approach or a move has begun. */
  public volatile @Nullable Runnable meanwhile;

  /** Why the next approaches find nothing to hold; empty if they do. */
  public volatile String noContact = "";

  /** Whether it gives no readings beside its verbs. */
  public volatile boolean silent;

  /** Whether it cannot be reached. */
  public volatile boolean lost;

  /** By how much moves miss their target, in Å. */
  public volatile double missAngstrom;

  /** When it was last told to withdraw, by {@link System#nanoTime}. */
  public volatile long ordered;

  private volatile boolean withdrawn = true;
  private volatile TipPosition position = new TipPosition(0, 0, 20);
  private volatile double biasVolt = 0.003;
  private volatile Signals signals = Signals.NONE;
  private int readings;

  /** Whether the current shows no noise. */
  public volatile boolean flat;

  /** Everything that moved the tip, withdrawals aside. */
  public List<String> moves() {
    return done.stream().filter(verb -> !verb.equals("withdraw")).toList();
  }

  @Override
  public InstrumentDescription describe() {
    return new InstrumentDescription(
        "recording",
        "test",
        List.of("Approach", "MoveTip", "SetBias", "Withdraw", "CheckTip", "ScanSite", "Scan"),
        declared,
        Optional.empty());
  }

  @Override
  public List<String> unready() throws InstrumentException {
    List<String> reasons = unready;
    if (reasons == null) {
      throw new InstrumentException("the instrument refused SafeTip.OnOffGet");
    }
    return reasons;
  }

  @Override
  public List<String> changed() throws InstrumentException {
    List<String> changes = changed;
    if (changes == null) {
      throw new InstrumentException("no answer to SafeTip.OnOffGet in time");
    }
    return changes;
  }

  @Override
  public Contact approach() {
    begin("approach");
    String why = noContact;
    if (!why.isEmpty()) {
      position = TipPosition.CONTACT;
      withdrawn = false;
      try {
        withdraw();
      } catch (InstrumentException stuck) {
        throw new IllegalStateException(stuck);
      }
      return Contact.none(why);
    }
    position = TipPosition.CONTACT;
    withdrawn = false;
    measure();
    return new Contact(0.5, false);
  }

  @Override
  public void moveTip(TipPosition target, double speedAngstromPerSecond) {
    begin("move " + target);
    position =
        new TipPosition(target.xAngstrom() + missAngstrom, target.yAngstrom(), target.zAngstrom());
    measure();
  }

  /** Somebody lowers the tip with nothing of ours. */
  public void lowerByHand() {
    position = TipPosition.CONTACT;
    withdrawn = false;
  }

  private void begin(String verb) {
    done.add(verb);
    Runnable once = meanwhile;
    if (once != null) {
      meanwhile = null;
      once.run();
    }
    RuntimeException thrown = failure;
    if (thrown != null) {
      throw thrown;
    }
    CountDownLatch held = hold;
    if (held != null) {
      try {
        held.await();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }

  @Override
  public Optional<JunctionReading> junction() throws InstrumentException {
    if (silent) {
      throw new InstrumentException("no reading in time");
    }
    return Optional.of(new JunctionReading(biasVolt, currentNanoampere));
  }

  /** A current that is set stays as it is; a millionth of it is noise, unless it is flat. */
  private void measure() {
    readings++;
    signals =
        new Signals(
            biasVolt,
            currentNanoampere * (flat ? 1 : 1 + 1e-6 * (readings % 2)),
            logConductanceMean,
            logConductanceJump,
            frequencyShiftHertz);
  }

  @Override
  public void setBias(double volt) {
    done.add("bias " + volt);
    biasVolt = volt;
    if (!withdrawn) {
      measure();
    }
  }

  @Override
  public double biasVolt() {
    return biasVolt;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // set by the test, counted by one thread
  public void withdraw() throws InstrumentException {
    ordered = System.nanoTime();
    reach();
    done.add("withdraw");
    if (failingWithdrawals > 0) {
      failingWithdrawals--;
      throw new InstrumentException("the z piezo does not answer");
    }
    withdrawn = true;
    position = new TipPosition(0, 0, 20);
  }

  @Override
  public boolean withdrawn() {
    reach();
    return withdrawn;
  }

  private void reach() {
    if (lost) {
      throw new IllegalStateException("no route to the instrument");
    }
  }

  @Override
  public TipPosition position() {
    return position;
  }

  @Override
  public Signals signals() {
    return signals;
  }

  @Override
  public double tipHeightChangeAngstrom(double bias, double setpointNanoampere) {
    done.add("check tip");
    return 0.1;
  }

  @Override
  public double siteHeightAngstrom(double bias, double setpointNanoampere) {
    done.add("scan site");
    return 1.8;
  }

  @Override
  public void scan(ScanFrame frame, double tripNanoampere, Consumer<ScanRow> rows) {
    done.add("scan " + frame);
    for (int line = 0; line < frame.lines(); line++) {
      double[] heights = new double[frame.pixels()];
      Arrays.fill(heights, line);
      rows.accept(new ScanRow(line, heights));
    }
  }

  @Override
  public double timeSeconds() {
    return done.size();
  }

  @Override
  public void close() {
    done.add("close");
  }
}
