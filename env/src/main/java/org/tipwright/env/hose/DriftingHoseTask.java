package org.tipwright.env.hose;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tipwright.env.ActionSpec;
import org.tipwright.env.EnvironmentCore;
import org.tipwright.env.KnownDynamics;
import org.tipwright.env.ObservationSpec;
import org.tipwright.env.StepType;
import org.tipwright.env.random.RandomStream;
import org.tipwright.env.random.StreamsState;

/**
 * Benchmark E2: the hose of {@link HoseTask}, but the tip changes after some number of episodes,
 * unannounced. Every tip, the first like all others, has a path of the family, radii and a contact
 * point of its own. A success changes nothing; the tips never end.
 */
public final class DriftingHoseTask implements EnvironmentCore {

  private static final String STREAM = "tips";
  private static final String TIP = "tip";
  private static final String EPISODES_LEFT = "episodes-left";

  private final DriftSettings settings;
  private @Nullable RandomStream draws;
  private @Nullable HoseTip tip;
  private @Nullable HoseTask hose;
  private int episodesLeft;

  /** A hose whose tips follow from the seed. */
  public DriftingHoseTask(DriftSettings settings) {
    this.settings = settings;
  }

  /**
   * Which tip played last, from 1; 0 before the first episode. For those who keep the score: what
   * is observed tells nothing of it.
   */
  public int tip() {
    return tip == null ? 0 : tip.number();
  }

  /** Episodes that this tip will still begin; for those who keep the score. */
  public int episodesLeft() {
    return episodesLeft;
  }

  @Override
  public ObservationSpec observationSpec() {
    return HoseTask.OBSERVATION;
  }

  @Override
  public ActionSpec actionSpec() {
    return HoseTask.ACTIONS;
  }

  @Override
  public Optional<KnownDynamics> knownDynamics() {
    return Optional.of(HoseDynamics.INSTANCE);
  }

  @Override
  public void seed(long seed) {
    draws = new RandomStream(seed, STREAM);
    tip = null;
    hose = null;
    episodesLeft = 0;
  }

  @Override
  public void reset(float[] observation, int offset) {
    if (draws == null) {
      throw new IllegalStateException("the hose was never seeded; call seed before reset");
    }
    HoseTask current = hose;
    if (current == null || episodesLeft == 0) {
      HoseTip next = HoseTip.draw(tip() + 1, settings, draws);
      current = mount(next);
      episodesLeft = next.episodes();
    }
    episodesLeft--;
    current.reset(observation, offset);
  }

  @Override
  public StepType step(float[] action, int actionOffset, float[] observation, int offset) {
    if (hose == null) {
      throw new IllegalStateException("no episode is in progress; call reset before step");
    }
    return hose.step(action, actionOffset, observation, offset);
  }

  @Override
  public float reward() {
    return hose == null ? 0f : hose.reward();
  }

  @Override
  public boolean succeeded() {
    return hose != null && hose.succeeded();
  }

  @Override
  public StreamsState saveStreams() {
    if (draws == null) {
      throw new IllegalStateException("the hose was never seeded; there is nothing to save");
    }
    Map<String, byte[]> entries = new TreeMap<>();
    entries.put(STREAM, draws.save());
    entries.put(TIP, tip == null ? new byte[0] : tip.save());
    entries.put(EPISODES_LEFT, ByteBuffer.allocate(Integer.BYTES).putInt(episodesLeft).array());
    return new StreamsState(entries);
  }

  @Override
  public void restoreStreams(StreamsState state) {
    seed(0);
    RandomStream restored = new RandomStream(0, STREAM);
    restored.restore(state.get(STREAM));
    draws = restored;
    episodesLeft = ByteBuffer.wrap(state.get(EPISODES_LEFT)).getInt();
    byte[] saved = state.get(TIP);
    if (saved.length > 0) {
      mount(HoseTip.restore(saved));
    }
  }

  private HoseTask mount(HoseTip mounted) {
    HoseTask task = mounted.hose();
    task.seed(0);
    tip = mounted;
    hose = task;
    return task;
  }
}
