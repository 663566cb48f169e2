package org.tipwright.bridge.instrument;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A scanning probe instrument: the few verbs that manipulation needs. Positions count from contact.
 *
 * <p>All verbs but {@link #withdraw}, {@link #withdrawn} and the two that look at settings are
 * called by one thread at a time. Withdrawing may be called by any thread at any time, also while
 * another verb is under way, and must then take effect without waiting for it. A verb that is
 * overtaken by a withdrawal throws.
 */
public interface Instrument extends AutoCloseable {

  /** What this instrument is and offers. */
  InstrumentDescription describe() throws InstrumentException;

  /**
   * Why a tip should not be trusted to this instrument as it is set, a sentence each: what was
   * found, what is wanted, and how to set it. Moves and sets nothing. By any thread, also while a
   * verb is under way.
   */
  default List<String> unready() throws InstrumentException {
    return List.of();
  }

  /**
   * What somebody has changed since {@link #unready} last found nothing, a sentence each; nothing
   * before the first time. By any thread, also while a verb is under way.
   */
  default List<String> changed() throws InstrumentException {
    return List.of();
  }

  /**
   * What is wrong with the way to this instrument though it answers: a line dead that a withdrawal
   * relies on. Waits for nothing; what verbs and {@link #withdrawn} met last. By any thread.
   */
  default Optional<String> trouble() {
    return Optional.empty();
  }

  /**
   * Looks for the next molecule, makes contact with it and measures the signals. One that finds
   * nothing to hold is no fault: it withdraws the tip, sees it up, and says why.
   */
  Contact approach() throws InstrumentException;

  /**
   * Moves the tip straight to a position and measures the signals on the way.
   *
   * @param target relative to contact
   * @param speedAngstromPerSecond in Å/s of instrument time
   * @throws InstrumentException also if the tip is not in contact, as after a withdrawal: one that
   *     comes at any moment either finds the move done or makes it fail, never goes unnoticed by it
   */
  void moveTip(TipPosition target, double speedAngstromPerSecond) throws InstrumentException;

  /** Sets the bias at the sample, in V; in contact, measures the signals at it. */
  void setBias(double biasVolt) throws InstrumentException;

  /** The bias at the sample, in V. */
  double biasVolt() throws InstrumentException;

  /** Raises the tip to the end of its range. Does no harm when it is there already. */
  void withdraw() throws InstrumentException;

  /** Whether the tip is known to be at the end of its range. */
  boolean withdrawn() throws InstrumentException;

  /** Where the tip is. */
  TipPosition position() throws InstrumentException;

  /** The signals of the last step, not measured anew; {@link Signals#NONE} before the first. */
  Signals signals() throws InstrumentException;

  /**
   * Height over a bare spot minus that of the bare tip at the same bias and set-point, in Å. Only
   * when withdrawn.
   *
   * @param biasVolt in V
   * @param setpointNanoampere in nA
   */
  double tipHeightChangeAngstrom(double biasVolt, double setpointNanoampere)
      throws InstrumentException;

  /**
   * Apparent height at the site of the last molecule over the bare metal, in Å. Only when
   * withdrawn.
   */
  double siteHeightAngstrom(double biasVolt, double setpointNanoampere) throws InstrumentException;

  /**
   * Takes an image at constant current. Only when withdrawn; leaves the tip up. Only of an
   * instrument that has the capability {@code "Scan"}.
   *
   * @param tripNanoampere a reading of more ends it
   * @param rows gets each line as soon as the instrument tells it
   */
  default void scan(ScanFrame frame, double tripNanoampere, Consumer<ScanRow> rows)
      throws InstrumentException {
    throw new InstrumentException("this instrument does not scan");
  }

  /**
   * What flows now, measured anew; empty where that cannot be had beside the verbs. By any thread,
   * also while a verb is under way.
   */
  default Optional<JunctionReading> junction() throws InstrumentException {
    return Optional.empty();
  }

  /** The instrument's own time since it was started, in s. */
  double timeSeconds() throws InstrumentException;

  @Override
  void close();
}
