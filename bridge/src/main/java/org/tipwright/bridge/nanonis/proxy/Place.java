package org.tipwright.bridge.nanonis.proxy;

/** Where the tip is, in m, in the scanner's coordinates; z up. */
record Place(double x, double y, double z) {}
