package org.tipwright.physics.lift;

/**
 * What a program does not know beforehand about one molecule and one tip.
 *
 * @param inwardAzimuthRadians direction in the laboratory's x-y plane from the held oxygen over the
 *     molecule's centre
 * @param heldCorner which of the four corner oxygens the tip holds: (+, +), (+, −), (−, −) or (−,
 *     +), the molecule's long axis along x
 * @param missingNeighbours bit mask of absent neighbours: 1 beyond the far end, 2 behind the held
 *     end, 4 along the sides
 * @param bondStrengthNanonewton largest force that this tip's bond bears
 * @param mirrored whether the layer is the mirror image of the one that the engine knows
 */
public record LiftSite(
    double inwardAzimuthRadians,
    int heldCorner,
    int missingNeighbours,
    double bondStrengthNanonewton,
    boolean mirrored) {

  private static final int FAR = 1;
  private static final int HELD = 2;
  private static final int SIDES = 4;

  /** A site of the layer that the engine knows, not of its mirror image. */
  public LiftSite(
      double inwardAzimuthRadians,
      int heldCorner,
      int missingNeighbours,
      double bondStrengthNanonewton) {
    this(inwardAzimuthRadians, heldCorner, missingNeighbours, bondStrengthNanonewton, false);
  }

  /** Whether the second corner oxygen of the held end lies to the right of the way inward. */
  public boolean secondCornerToTheRight() {
    return (heldCorner % 2 == 0) != mirrored;
  }

  /** Whether there is no neighbour beyond the far end. */
  public boolean missesFarNeighbour() {
    return (missingNeighbours & FAR) != 0;
  }

  /** Whether there is no neighbour behind the held end. */
  public boolean missesHeldNeighbour() {
    return (missingNeighbours & HELD) != 0;
  }

  /** Whether there are no neighbours along the sides. */
  public boolean missesSideNeighbours() {
    return (missingNeighbours & SIDES) != 0;
  }
}
