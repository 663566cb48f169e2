package org.tipwright.tests.architecture.wronghouse.runs;

/** Prints, and ends the process. */
public final class TalkativeTrainer {

  private TalkativeTrainer() {}

  static void say(Exception trouble) {
    System.out.println("trouble");
    trouble.printStackTrace();
    System.exit(1);
  }
}
