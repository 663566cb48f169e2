package org.tipwright.bridge.microscope.remote;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.microscope.Controller;
import org.tipwright.bridge.nanonis.Reply;

/** What is done for each command. */
final class CommandTable {

  /** Carries out a command, which may take its time. */
  interface Action {
    Reply carryOut(Arguments arguments, Caller caller) throws InterruptedException;
  }

  private final Map<String, Action> actions = new TreeMap<>();

  /** A command that changes something and returns nothing. */
  void order(String name, BiConsumer<Controller, Arguments> change) {
    add(
        name,
        (arguments, caller) -> {
          caller.microscope().tell(scope -> change.accept(scope, arguments));
          return Reply.of();
        });
  }

  /** A command that only asks, or that answers at once. */
  void ask(String name, BiFunction<Controller, Arguments, Reply> question) {
    add(
        name,
        (arguments, caller) -> caller.microscope().ask(scope -> question.apply(scope, arguments)));
  }

  /** Any other command. */
  void add(String name, Action action) {
    if (actions.put(name, action) != null) {
      throw new IllegalStateException(name + " is there twice");
    }
  }

  @Nullable Action find(String name) {
    return actions.get(name);
  }

  Set<String> names() {
    return Collections.unmodifiableSet(actions.keySet());
  }
}
