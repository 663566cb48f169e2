package org.tipwright.bridge.safety;

import java.time.Duration;

/** Commands of a lease holder. */
enum Command {
  APPROACH("Approach", true),
  MOVE_TIP("MoveTip", false),
  SET_BIAS("SetBias", false),
  WITHDRAW("Withdraw", false),
  CHECK_TIP("CheckTip", true),
  SCAN_SITE("ScanSite", true),
  SCAN("Scan", true),
  FOREIGN("a script's command", false);

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

  /** Whether it leaves the tip up. */
  boolean endsUp() {
    return this == WITHDRAW || this == CHECK_TIP || this == SCAN_SITE || this == SCAN;
  }

  /** How long the instrument may take for it. */
  Duration longest(LimitProfile.Times times) {
    return switch (this) {
      case APPROACH -> times.approach();
      case CHECK_TIP, SCAN_SITE, SCAN -> times.measure();
      case MOVE_TIP, SET_BIAS, WITHDRAW, FOREIGN -> times.command();
    };
  }

  /** What it is called on the wire: {@code "MoveTip"}. */
  String wireName() {
    return wireName;
  }
}
