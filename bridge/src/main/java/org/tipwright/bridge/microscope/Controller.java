package org.tipwright.bridge.microscope;

import org.tipwright.bridge.microscope.specimen.Specimen;
import org.tipwright.env.random.RandomStream;

/**
 * The modules of the microscope's controller around one tip, advanced step by step. Not safe for
 * two threads at once: {@link Microscope} is.
 */
public final class Controller {

  private static final double SHORTEST_SECONDS = 5e-5;

  /** The bandwidth in which the frequency shift's noise is given: 0.1 s of averaging. */
  private static final double NOISE_SECONDS = 0.1;

  private final MicroscopeSettings settings;
  private final RandomStream noise;
  private final Specimen specimen;
  private final Surroundings surroundings;
  private final PiezoScanner piezo;
  private final Preamplifier preamplifier = new Preamplifier();
  private final BiasModule bias;
  private final ZController z;
  private final SafeTipModule safeTip;
  private final FollowMe followMe;
  private final ScanModule scan;
  private final CoarseMotor motor;
  private final AutoApproach approach;
  private final SignalTable signals;
  private final LockIn lockIn = new LockIn();
  private final Pll pll;
  private final AtomTracking tracking;
  private final BiasSpectroscopy biasSpectroscopy;
  private final ZSpectroscopy zSpectroscopy;
  private final TipShaper shaper;
  private final PointAndShoot pointAndShoot;
  private final DataLogger logger;
  private final Session session;
  private SensorFault fault = SensorFault.NONE;
  private double seconds;
  private boolean pulseHolds = true;
  private boolean pulseIsRelative;
  private boolean holdingForPulse;

  Controller(MicroscopeSettings settings, long seed, Session session) {
    this.settings = settings;
    this.session = session;
    RandomStream hidden = new RandomStream(seed, "microscope");
    this.noise = new RandomStream(seed, "frequency-noise");
    MicroscopeSettings.Start start = settings.start();
    specimen = new Specimen(settings.specimen(), seed);
    piezo = new PiezoScanner(settings, new RandomStream(seed, "instrument"));
    bias =
        new BiasModule(
            start.biasVolt(),
            settings.biasSlewVoltPerSecond(),
            settings.biasOffsetVolt() * hidden.nextGaussian());
    motor = new CoarseMotor(settings.motor());
    surroundings = new Surroundings(settings, specimen, piezo, motor, hidden);
    z = new ZController(settings, piezo, preamplifier);
    safeTip = new SafeTipModule(z, preamplifier, start.safeTipNanoampere());
    signals = new SignalTable(settings.acquisitionSeconds());
    followMe = new FollowMe(piezo, start.followMeAngstromPerSecond());
    scan = new ScanModule(start, piezo, signals, done -> session.keep(done, this));
    approach = new AutoApproach(z, piezo, preamplifier, motor);
    pll = new Pll(settings.sensorHertz());
    tracking = new AtomTracking(piezo, z, surroundings::reliefAngstrom);
    biasSpectroscopy = new BiasSpectroscopy(bias, z, signals);
    zSpectroscopy = new ZSpectroscopy(z, signals);
    shaper = new TipShaper(z, bias);
    pointAndShoot = new PointAndShoot(followMe, biasSpectroscopy, zSpectroscopy);
    logger = new DataLogger(signals, settings.realTimeHertz());
    surroundings.moveTip(settings.stepSeconds(), bias.trueVolt(), false);
  }

  /** How long the next step is: short enough for whoever samples. */
  double stepSeconds() {
    double wanted = Math.min(settings.stepSeconds(), scan.pixelSeconds());
    return Math.max(SHORTEST_SECONDS, Math.min(wanted, logger.periodSeconds()));
  }

  /** Lets so much instrument time pass. */
  void step(double stepSeconds) {
    seconds += stepSeconds;
    if (motor.step(stepSeconds)) {
      surroundings.dragged();
    }
    approach.step(stepSeconds);
    shaper.step(stepSeconds);
    pointAndShoot.step(stepSeconds);
    biasSpectroscopy.step(stepSeconds);
    scan.step(stepSeconds);
    followMe.step(stepSeconds, scan.forwardAngstromPerSecond());
    tracking.step(stepSeconds);
    bias.step(stepSeconds);
    endPulse();
    z.step(stepSeconds);
    piezo.step(stepSeconds);
    surroundings.moveTip(stepSeconds, bias.trueVolt(), shaper.running());
    preamplifier.step(piezo.withNoise(specimen.currentNanoampere(bias.trueVolt())), stepSeconds);
    pll.step(specimen.frequencyShiftHertz(bias.trueVolt()) + frequencyNoise(stepSeconds));
    if (safeTip.step(stepSeconds)) {
      scan.pause();
    }
    publish();
    signals.step(stepSeconds);
    scan.sample(seconds);
    biasSpectroscopy.sample(stepSeconds);
    zSpectroscopy.sample(stepSeconds);
    logger.step(stepSeconds);
  }

  private double frequencyNoise(double stepSeconds) {
    return settings.frequencyNoiseHertz()
        * Math.sqrt(NOISE_SECONDS / stepSeconds)
        * noise.nextGaussian();
  }

  private void publish() {
    signals.set(SignalTable.CURRENT, Si.ampere(preamplifier.nanoampere()));
    signals.set(SignalTable.Z, Si.metres(shownHeightAngstrom()));
    signals.set(SignalTable.BIAS, bias.volt());
    signals.set(SignalTable.X, Si.metres(piezo.xAngstrom()));
    signals.set(SignalTable.Y, Si.metres(piezo.yAngstrom()));
    signals.set(SignalTable.FREQUENCY_SHIFT, pll.shiftHertz());
    signals.set(SignalTable.AMPLITUDE, Si.metres(pll.sensorAmplitudeAngstrom()));
    signals.set(SignalTable.EXCITATION, pll.excitationVolt());
    for (int i = 0; i < LockIn.DEMODULATORS; i++) {
      double response = lockIn.responseNanoampere(i, bias.trueVolt(), specimen::currentNanoampere);
      double angle = lockIn.angle(i);
      signals.set(SignalTable.LOCK_IN + 2 * i, Si.ampere(response * StrictMath.cos(angle)));
      signals.set(SignalTable.LOCK_IN + 2 * i + 1, Si.ampere(response * StrictMath.sin(angle)));
    }
  }

  /**
   * Starts a pulse of the bias.
   *
   * @param volt the bias during it
   * @param holds whether the feedback is held meanwhile
   * @param relative whether the client gave it relative to the bias; remembered for the next one
   */
  public void pulse(double pulseSeconds, double volt, boolean holds, boolean relative) {
    bias.pulse(pulseSeconds, volt);
    pulseHolds = holds;
    pulseIsRelative = relative;
    if (holds && z.on() && z.status() == ZStatus.ON) {
      z.hold();
      holdingForPulse = true;
    }
  }

  private void endPulse() {
    if (holdingForPulse && !bias.pulsing()) {
      holdingForPulse = false;
      z.release();
    }
  }

  /** Whether the last pulse held the feedback. */
  public boolean pulseHolds() {
    return pulseHolds;
  }

  /** Whether the last pulse was relative to the bias. */
  public boolean pulseIsRelative() {
    return pulseIsRelative;
  }

  /** Lets a sensor lie from now on, or none. */
  public void fail(SensorFault now) {
    fault = now;
    preamplifier.fail(now);
  }

  /** The commanded z in Å, as clients are told. */
  public double shownHeightAngstrom() {
    return fault == SensorFault.HEIGHT_INVERTED ? -z.zAngstrom() : z.zAngstrom();
  }

  /** Starts a scan; the tip must not be on another errand. */
  public void startScan(boolean upwards) {
    if (tracking.moving()) {
      throw new IllegalStateException("the tip tracks an atom: stop that before a scan");
    }
    followMe.stop();
    scan.start(upwards, seconds);
  }

  /** Starts towards the centre of the frame, whatever the tip was on; a scan ends. */
  public void moveToCentre() {
    followMe.stop();
    scan.centre();
  }

  /** Starts towards a position in Å; a scan that is running must be stopped or paused first. */
  public void moveTo(double xAngstrom, double yAngstrom) {
    if (scan.moving()) {
      throw new IllegalStateException(
          "a scan is running: stop or pause it before the tip is moved");
    }
    followMe.moveTo(xAngstrom, yAngstrom);
  }

  /** Instrument time since the start, in s. */
  public double seconds() {
    return seconds;
  }

  /** The piezo tube. */
  public PiezoScanner piezo() {
    return piezo;
  }

  /** The current amplifier. */
  public Preamplifier preamplifier() {
    return preamplifier;
  }

  /** The bias. */
  public BiasModule bias() {
    return bias;
  }

  /** The height. */
  public ZController z() {
    return z;
  }

  /** Safe tip. */
  public SafeTipModule safeTip() {
    return safeTip;
  }

  /** Lateral motion. */
  public FollowMe followMe() {
    return followMe;
  }

  /** Point and shoot. */
  public PointAndShoot pointAndShoot() {
    return pointAndShoot;
  }

  /** Scans. */
  public ScanModule scan() {
    return scan;
  }

  /** The coarse positioner. */
  public CoarseMotor motor() {
    return motor;
  }

  /** The auto approach. */
  public AutoApproach approach() {
    return approach;
  }

  /** The signals. */
  public SignalTable signals() {
    return signals;
  }

  /** Lock-in amplifiers. */
  public LockIn lockIn() {
    return lockIn;
  }

  /** The phase-locked loop. */
  public Pll pll() {
    return pll;
  }

  /** Atom tracking. */
  public AtomTracking tracking() {
    return tracking;
  }

  /** Bias spectroscopy. */
  public BiasSpectroscopy biasSpectroscopy() {
    return biasSpectroscopy;
  }

  /** z spectroscopy. */
  public ZSpectroscopy zSpectroscopy() {
    return zSpectroscopy;
  }

  /** The tip shaper. */
  public TipShaper shaper() {
    return shaper;
  }

  /** The logger of fast data. */
  public DataLogger logger() {
    return logger;
  }

  /** Where files go. */
  public Session session() {
    return session;
  }

  Specimen specimen() {
    return specimen;
  }

  Surroundings surroundings() {
    return surroundings;
  }
}
