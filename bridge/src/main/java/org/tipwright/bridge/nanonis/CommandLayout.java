package org.tipwright.bridge.nanonis;

import java.util.List;

/**
 * What one command of one release takes and returns.
 *
 * @param name such as {@code "FolMe.XYPosSet"}
 * @param arguments the layout that is sent
 * @param returns the values before the error block
 * @param alsoUnderstood older or careless forms of the arguments that clients send
 */
public record CommandLayout(
    String name, Layout arguments, Layout returns, List<Layout> alsoUnderstood) {

  public CommandLayout {
    alsoUnderstood = List.copyOf(alsoUnderstood);
  }
}
