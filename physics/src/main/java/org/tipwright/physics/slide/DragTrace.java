package org.tipwright.physics.slide;

import java.util.ArrayList;
import java.util.List;

/**
 * What a drag at constant height gave, point by point.
 *
 * @param points in the order of the tip's way
 * @param events every jump of every adsorbate on the way
 * @param mode how the traced adsorbate went
 */
public record DragTrace(List<Point> points, List<SlideEvent> events, DragMode mode) {

  /**
   * One point.
   *
   * @param wayAngstrom how far the tip has come
   * @param adsorbateXAngstrom where the traced adsorbate is, likewise {@code adsorbateYAngstrom}
   * @param tipDistanceAngstrom between apex and the traced adsorbate's centre: with {@link
   *     JunctionHeight} it gives the current through the adsorbate
   * @param alongNanonewton force on the tip in the direction of its way; negative where it is held
   *     back
   * @param acrossNanonewton force on the tip to the left of its way
   * @param verticalNanonewton vertical force on the tip; negative where it is attracted
   * @param energyEv of the whole scene
   */
  public record Point(
      double wayAngstrom,
      double adsorbateXAngstrom,
      double adsorbateYAngstrom,
      double tipDistanceAngstrom,
      double alongNanonewton,
      double acrossNanonewton,
      double verticalNanonewton,
      double energyEv) {}

  public DragTrace {
    points = List.copyOf(points);
    events = List.copyOf(events);
  }

  /** Largest lateral force on the tip, in nN. */
  public double largestLateralNanonewton() {
    double largest = 0;
    for (Point p : points) {
      double square =
          p.alongNanonewton() * p.alongNanonewton() + p.acrossNanonewton() * p.acrossNanonewton();
      largest = Math.max(largest, StrictMath.sqrt(square));
    }
    return largest;
  }

  /** Collects a trace while a drag is under way. */
  static final class Recorder {

    /** An adsorbate that lags a tip by more than this share of the way was left behind. */
    private static final double LEFT_SHARE = 0.5;

    private final SlideScene scene;
    private final int adsorbate;
    private final double cos;
    private final double sin;
    private final List<Point> points;
    private final List<SlideEvent> events = new ArrayList<>();
    private int jumps;
    private double opened;

    Recorder(SlideScene scene, int adsorbate, double cos, double sin, int points) {
      this.scene = scene;
      this.adsorbate = adsorbate;
      this.cos = cos;
      this.sin = sin;
      this.points = new ArrayList<>(points);
    }

    void note(SlideModel model, double way) {
      double x = model.xAngstrom(adsorbate);
      double y = model.yAngstrom(adsorbate);
      double forceX = model.tipForceXNanonewton();
      double forceY = model.tipForceYNanonewton();
      double distance =
          RadialBond.distance(
              x - scene.tipXAngstrom() - way * cos,
              y - scene.tipYAngstrom() - way * sin,
              scene.tipZAngstrom());
      points.add(
          new Point(
              way,
              x,
              y,
              distance,
              forceX * cos + forceY * sin,
              forceY * cos - forceX * sin,
              model.tipForceZNanonewton(),
              model.energyEv()));
      boolean jumped = false;
      for (int e = 0; e < model.events().count(); e++) {
        events.add(model.events().get(e));
        jumped |= model.events().adsorbate(e) == adsorbate;
      }
      if (jumped && points.size() > 1) {
        jumps++;
        opened += distance - points.get(points.size() - 2).tipDistanceAngstrom();
      }
    }

    DragTrace trace() {
      return new DragTrace(points, events, mode());
    }

    private DragMode mode() {
      Point first = points.get(0);
      Point last = points.get(points.size() - 1);
      double carried =
          (last.adsorbateXAngstrom() - first.adsorbateXAngstrom()) * cos
              + (last.adsorbateYAngstrom() - first.adsorbateYAngstrom()) * sin;
      if (carried < LEFT_SHARE * last.wayAngstrom()) {
        return DragMode.LEFT_BEHIND;
      }
      if (jumps == 0) {
        return DragMode.SLIDING;
      }
      return opened < 0 ? DragMode.PULLING : DragMode.PUSHING;
    }
  }
}
