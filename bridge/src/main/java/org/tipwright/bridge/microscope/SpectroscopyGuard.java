package org.tipwright.bridge.microscope;

/**
 * One condition that ends a spectroscopy early.
 *
 * @param signal that is watched
 * @param threshold in the signal's SI unit
 * @param below whether it fires below rather than above the threshold
 */
record SpectroscopyGuard(int signal, double threshold, boolean below) {

  boolean fires(SignalTable signals) {
    double value = signals.now(signal);
    return below ? value < threshold : value > threshold;
  }
}
