package org.tipwright.bridge.nanonis;

import java.util.List;

/** The values that a command returned, by name. */
public record Answer(CommandLayout layout, List<Value> values) {

  public Answer {
    values = List.copyOf(values);
    layout.returns().check(values);
  }

  /** One value. */
  public Value value(String name) {
    return Named.value(layout.name(), layout.returns(), values, name);
  }

  /** A real value, in SI units. */
  public double real(String name) {
    return Named.real(layout.name(), value(name), name);
  }

  /** An integer value. */
  public long whole(String name) {
    return Named.whole(layout.name(), value(name), name);
  }

  /** Whether a switch is not 0. */
  public boolean on(String name) {
    return whole(name) != 0;
  }

  /** A string. */
  public String text(String name) {
    return Named.text(layout.name(), value(name), name);
  }

  /** Integers. */
  public long[] wholes(String name) {
    return Named.wholes(layout.name(), value(name), name);
  }

  /** Real numbers. */
  public float[] reals(String name) {
    return Named.reals(layout.name(), value(name), name);
  }

  /** Strings. */
  public List<String> texts(String name) {
    return Named.texts(layout.name(), value(name), name);
  }

  /** Such as {@code "FolMe.XYPosGet: x=5.0E-9 m y=-5.0E-9 m"}. */
  @Override
  public String toString() {
    return layout.name() + ":" + Named.list(layout.returns(), values);
  }
}
