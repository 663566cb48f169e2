package org.tipwright.runs.training;

/**
 * A run that cannot be started as asked. The message is one sentence saying what, where and how to
 * mend it.
 */
public final class TrainingRefused extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** A refusal with its sentence. */
  public TrainingRefused(String sentence) {
    super(sentence);
  }
}
