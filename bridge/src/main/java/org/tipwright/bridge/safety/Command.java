package org.tipwright.bridge.safety;

/** Commands of a lease holder. */
enum Command {
  APPROACH("Approach"),
  MOVE_TIP("MoveTip"),
  SET_BIAS("SetBias"),
  WITHDRAW("Withdraw"),
  CHECK_TIP("CheckTip"),
  SCAN_SITE("ScanSite");

  private final String wireName;

  Command(String wireName) {
    this.wireName = wireName;
  }

  /** What it is called on the wire, with its number: {@code "MoveTip #4211"}. */
  String called(long sequence) {
    return wireName + " #" + sequence;
  }
}
