package org.tipwright.physics.lift.planar;

/**
 * What resists across the chain's plane, where the model has no mechanics of its own: an elastic
 * term, a modelling choice.
 *
 * @param forceNanonewton force to which it rises, in nN
 * @param widthAngstrom displacement over which it does so, in Å
 * @param asymmetry by how much the side of the second corner oxygen is stiffer, relative
 */
public record SidewaysHold(double forceNanonewton, double widthAngstrom, double asymmetry) {

  public SidewaysHold {
    if (!(forceNanonewton >= 0) || !(widthAngstrom > 0) || !(asymmetry >= 0)) {
      throw new IllegalArgumentException(
          "sideways hold: "
              + forceNanonewton
              + " nN over "
              + widthAngstrom
              + " Å, asymmetry "
              + asymmetry);
    }
  }

  /** No hold: the chain follows the tip across its plane without a force. */
  public SidewaysHold absent() {
    return new SidewaysHold(0, widthAngstrom, asymmetry);
  }
}
