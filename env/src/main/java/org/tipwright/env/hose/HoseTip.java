package org.tipwright.env.hose;

import java.nio.ByteBuffer;
import org.tipwright.env.random.RandomStream;

/**
 * What a tip makes of the hose.
 *
 * @param number which tip of the run, from 1
 * @param member of the family of paths
 * @param radiusFactor of both radii
 * @param contactXTenths where contact lies beside the path's beginning, in tenths of Å
 * @param contactYTenths likewise
 * @param episodes how many it lasts
 */
record HoseTip(
    int number,
    int member,
    double radiusFactor,
    int contactXTenths,
    int contactYTenths,
    int episodes) {

  private static final int BYTES = 5 * Integer.BYTES + Double.BYTES;

  /** Draws the tip of this number; it depends on nothing else but the stream. */
  static HoseTip draw(int number, DriftSettings settings, RandomStream draws) {
    int member = settings.firstMember() + draws.nextInt(settings.members());
    double least = settings.leastRadiusFactor();
    double factor = least + (settings.mostRadiusFactor() - least) * draws.nextDouble();
    int episodes = draws.nextInt(settings.leastEpisodes(), settings.mostEpisodes() + 1);
    double farthest = 10 * settings.contactOffsetAngstrom();
    int within = (int) farthest;
    int x;
    int y;
    do {
      x = draws.nextInt(-within, within + 1);
      y = draws.nextInt(-within, within + 1);
    } while (x * x + y * y > farthest * farthest);
    return new HoseTip(number, member, factor, x, y, episodes);
  }

  /** The hose as it is with this tip. */
  HoseTask hose() {
    HoseCorridor corridor = new HoseCorridor(FamilyPath.path(member), radiusFactor);
    return new HoseTask(corridor, contactXTenths, contactYTenths);
  }

  byte[] save() {
    return ByteBuffer.allocate(BYTES)
        .putInt(number)
        .putInt(member)
        .putDouble(radiusFactor)
        .putInt(contactXTenths)
        .putInt(contactYTenths)
        .putInt(episodes)
        .array();
  }

  /** The tip that {@link #save} wrote. */
  static HoseTip restore(byte[] saved) {
    ByteBuffer bytes = ByteBuffer.wrap(saved);
    return new HoseTip(
        bytes.getInt(),
        bytes.getInt(),
        bytes.getDouble(),
        bytes.getInt(),
        bytes.getInt(),
        bytes.getInt());
  }
}
