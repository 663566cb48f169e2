package org.tipwright.bridge.instrument;

import java.util.List;
import java.util.Optional;
import org.tipwright.env.random.StreamsState;

/**
 * What an instrument says of itself.
 *
 * @param name such as {@code "sim"}
 * @param driver such as {@code "simulated"}
 * @param capabilities verbs it can carry out, named as in the wire protocol
 * @param signals what it measures after each step: {@code "current"}, {@code "frequency-shift"}
 * @param simulation what makes its episodes replayable; only of a simulated instrument
 */
public record InstrumentDescription(
    String name,
    String driver,
    List<String> capabilities,
    List<String> signals,
    Optional<Simulation> simulation) {

  public InstrumentDescription {
    capabilities = List.copyOf(capabilities);
    signals = List.copyOf(signals);
  }

  /**
   * The simulation behind a simulated instrument.
   *
   * @param task name of the task whose physics it runs
   * @param settings of that task, as JSON with sorted keys
   * @param streams random streams before the next approach; in contact, before the last one
   */
  public record Simulation(String task, String settings, StreamsState streams) {}
}
