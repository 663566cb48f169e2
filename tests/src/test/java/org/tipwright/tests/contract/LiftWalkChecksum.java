package org.tipwright.tests.contract;

/** Prints the checksum of a lift engine's walks, for comparison with another JVM. */
final class LiftWalkChecksum {

  private LiftWalkChecksum() {}

  /** The argument names the contract's subclass. */
  public static void main(String[] arguments) throws Exception {
    var constructor = Class.forName(arguments[0]).getDeclaredConstructor();
    constructor.setAccessible(true);
    System.out.println(((LiftModelContract<?>) constructor.newInstance()).checksumOfWalks());
  }
}
