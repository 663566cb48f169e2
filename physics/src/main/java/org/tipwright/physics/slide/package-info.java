/**
 * Engines that let a tip move adsorbates over the surface: pulling, pushing and sliding. Every
 * state they return is relaxed, and every jump is an event.
 */
@NullMarked
package org.tipwright.physics.slide;

import org.jspecify.annotations.NullMarked;
