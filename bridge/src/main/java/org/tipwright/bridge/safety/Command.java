package org.tipwright.bridge.safety;

/** Commands of a lease holder. */
enum Command {
  APPROACH("Approach", true),
  MOVE_TIP("MoveTip", false),
  SET_BIAS("SetBias", false),
  WITHDRAW("Withdraw", false),
  CHECK_TIP("CheckTip", true),
  SCAN_SITE("ScanSite", true);

  private final String wireName;
  private final boolean lowers;

  Command(String wireName, boolean lowers) {
    this.wireName = wireName;
    this.lowers = lowers;
  }

  /** Whether it brings a withdrawn tip down to the surface. */
  boolean lowers() {
    return lowers;
  }

  /** What it is called on the wire, with its number: {@code "MoveTip #4211"}. */
  String called(long sequence) {
    return wireName + " #" + sequence;
  }
}
