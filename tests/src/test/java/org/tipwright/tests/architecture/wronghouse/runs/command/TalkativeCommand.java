package org.tipwright.tests.architecture.wronghouse.runs.command;

/** Prints where it may. */
public final class TalkativeCommand {

  private TalkativeCommand() {}

  static void say() {
    System.out.println("done");
  }
}
