package org.tipwright.runs.experiment;

/** What lies around the molecule. */
public enum LayerChoice {
  /** All neighbours of a closed layer. */
  FULL("full"),
  /** The border of an island: no neighbour beyond the end that the tip does not hold. */
  EDGE("edge"),
  /** No neighbours. */
  ISOLATED("isolated");

  private final String label;

  LayerChoice(String label) {
    this.label = label;
  }

  /** As it is written on the command line and in files. */
  public String label() {
    return label;
  }
}
