package org.tipwright.runs.config;

/**
 * What was asked cannot be done as it was asked. The message is one sentence for the person who
 * asked, saying what, where and how to mend it; the program ends with exit code 2.
 */
public final class WrongUse extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Wrong use without a deeper cause. */
  public WrongUse(String sentence) {
    super(sentence);
  }

  /** Wrong use that another refusal shows. */
  public WrongUse(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
