package org.tipwright.bridge.safety;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** One thing that an operator, an agent, the instrument or time does. */
sealed interface Act {

  /** The operator arms. */
  record Arm(double seconds) implements Act {}

  /** The operator disarms. */
  record Disarm() implements Act {}

  /** The operator resets. */
  record Reset() implements Act {}

  /** Anybody stops. */
  record Stop() implements Act {}

  /** Agent 0 or 1 asks for the lease. */
  record Acquire(int agent, boolean dryRun) implements Act {}

  /** An agent's heartbeat. */
  record Heartbeat(int agent) implements Act {}

  /** An agent gives its lease back. */
  record Release(int agent) implements Act {}

  /**
   * An agent's command.
   *
   * @param ahead how far its number is ahead of that agent's last one: 1 as it should be
   * @param value height of a move, relative to where the tip is, in Å, or a bias in V
   */
  record Order(int agent, Command command, int ahead, double value) implements Act {}

  /** Time passes, and the watch makes its round or does not. */
  record Passes(double seconds, boolean watched) implements Act {}

  /** From now on the instrument measures this current, in nA. */
  record Current(double nanoampere) implements Act {}

  /** From now on approaches and moves fail, or no longer. */
  record Breaks(boolean broken) implements Act {}

  /** From now on approaches find nothing to hold, or something again. */
  record Empty(boolean empty) implements Act {}

  /** From now on moves end beside their target, or no longer. */
  record Misses(boolean misses) implements Act {}

  /** From now on withdrawals fail, or no longer. */
  record Sticks(boolean stuck) implements Act {}

  /** Somebody lowers the tip at the instrument itself, with nothing of the bridge. */
  record LoweredByHand() implements Act {}

  /** Something happens while the next approach or move is under way. */
  record Meanwhile(Act act) implements Act {}

  /** Whether the supervisor hears of it. */
  default boolean isHeard() {
    return this instanceof Passes passes
        ? passes.watched()
        : !(this instanceof Current
            || this instanceof Breaks
            || this instanceof Empty
            || this instanceof Misses
            || this instanceof Sticks
            || this instanceof LoweredByHand
            || this instanceof Meanwhile);
  }

  /** An instrument that works, an operator and an agent who know what to do: a molecule is held. */
  List<Act> LIFT =
      List.of(
          new Sticks(false),
          new Breaks(false),
          new Empty(false),
          new Misses(false),
          new Current(20),
          new Passes(0.3, true),
          new Reset(),
          new Release(0),
          new Release(1),
          new Acquire(0, false),
          new Arm(900),
          new Passes(0.9, true),
          new Heartbeat(0),
          new Order(0, Command.APPROACH, 1, 0),
          new Order(0, Command.MOVE_TIP, 1, 0.3));

  /** The agent thinks, for longer than the tip may be in contact, and goes on. */
  List<Act> THINKING =
      List.of(
          new Passes(0.9, true),
          new Heartbeat(0),
          new Passes(0.9, true),
          new Heartbeat(0),
          new Order(0, Command.MOVE_TIP, 1, 0.3));

  /** What comes next: mostly any single act, now and then some that belong together. */
  static Arbitrary<List<Act>> next() {
    return Arbitraries.frequencyOf(
        Tuple.of(20, any().map(List::of)),
        Tuple.of(2, Arbitraries.just(LIFT)),
        Tuple.of(1, Arbitraries.just(THINKING)));
  }

  /** Any act, those without which nothing happens more often than the rest. */
  private static Arbitrary<Act> any() {
    Arbitrary<Act> outside = outside();
    return Arbitraries.frequencyOf(
        Tuple.of(6, outside),
        Tuple.of(12, orders()),
        Tuple.of(1, Arbitraries.of(20.0, 20.0, 80.0, -250.0, Double.NaN).map(Current::new)),
        Tuple.of(1, Arbitraries.of(true, false, false).map(Breaks::new)),
        Tuple.of(1, Arbitraries.of(true, false, false).map(Empty::new)),
        Tuple.of(1, Arbitraries.of(true, false, false).map(Misses::new)),
        Tuple.of(1, Arbitraries.of(true, false, false).map(Sticks::new)),
        Tuple.of(1, Arbitraries.just(new LoweredByHand())),
        Tuple.of(2, outside.map(Meanwhile::new)));
  }

  /** What may happen while a command is under way. */
  private static Arbitrary<Act> outside() {
    Arbitrary<Integer> agent = agent();
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.of(50.0, 900.0, 5000.0, 0.0, 1e9, Double.NaN).map(Arm::new)),
        Tuple.of(1, Arbitraries.just(new Disarm())),
        Tuple.of(2, Arbitraries.just(new Reset())),
        Tuple.of(1, Arbitraries.just(new Stop())),
        Tuple.of(
            4,
            Combinators.combine(agent, Arbitraries.of(false, false, false, true)).as(Acquire::new)),
        Tuple.of(3, agent.map(Heartbeat::new)),
        Tuple.of(1, agent.map(Release::new)),
        Tuple.of(
            3,
            Combinators.combine(
                    Arbitraries.of(0.3, 0.3, 0.3, 0.9, 0.9, 1.1, 700.0),
                    Arbitraries.of(true, true, false))
                .as(Passes::new)));
  }

  private static Arbitrary<Act> orders() {
    return Combinators.combine(
            agent(),
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(Command.APPROACH)),
                Tuple.of(4, Arbitraries.just(Command.MOVE_TIP)),
                Tuple.of(3, Arbitraries.of(Command.class).filter(c -> c != Command.FOREIGN))),
            Arbitraries.of(1, 1, 1, 1, 1, 1, 7, 0, -2),
            Arbitraries.of(
                0.3, 0.3, 0.1, -0.2, -0.31, 0.33, 0.004, -0.003, 0.006, 1e300, Double.NaN))
        .as(Order::new);
  }

  private static Arbitrary<Integer> agent() {
    return Arbitraries.of(0, 0, 0, 0, 1);
  }
}
