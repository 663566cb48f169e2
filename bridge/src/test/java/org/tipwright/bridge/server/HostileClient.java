package org.tipwright.bridge.server;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tipwright.bridge.adversary.Tally;
import org.tipwright.bridge.v1.ApproachReply;
import org.tipwright.bridge.v1.CommandOutcome;
import org.tipwright.bridge.v1.CommandReply;
import org.tipwright.bridge.v1.CommandRequest;
import org.tipwright.bridge.v1.Lease;
import org.tipwright.bridge.v1.Position;
import org.tipwright.env.random.RandomStream;

/** Sends raw messages over one connection, as many at once as the gate lets through. */
final class HostileClient implements Runnable {

  private static final String INSTRUMENT = HostileMessages.INSTRUMENT;
  private static final int ON_A_STREAM = 4;

  /** By method the field of a stream's message. */
  private static final Map<String, String> STREAMED =
      Map.of(
          "Approach", "approach",
          "MoveTip", "move_tip",
          "SetBias", "set_bias",
          "Withdraw", "withdraw");

  static final MethodDescriptor.Marshaller<byte[]> BYTES =
      new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(byte[] value) {
          return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
          try {
            return stream.readAllBytes();
          } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
          }
        }
      };

  private final ManagedChannel channel;
  private final HostileMessages.Plot plot;
  private final Tally tally;
  private final Semaphore gate;
  private final boolean streams;
  private final RandomStream random;
  private final HostileMessages messages;
  private @Nullable Stream stream;

  /**
   * A client.
   *
   * @param gate a permit of it is held from each message to its answer
   * @param streams whether some of its commands go over one call, one after the other
   */
  HostileClient(
      ManagedChannel channel,
      HostileMessages.Plot plot,
      Tally tally,
      Semaphore gate,
      boolean streams,
      int callsPerEnd,
      long seed) {
    this.channel = channel;
    this.plot = plot;
    this.tally = tally;
    this.gate = gate;
    this.streams = streams;
    this.random = new RandomStream(seed, "grpc-adversary");
    this.messages = new HostileMessages(plot, callsPerEnd, random);
  }

  @Override
  public void run() {
    try {
      while (tally.next() >= 0) {
        gate.acquire();
        if (messages.isNoise()) {
          call(messages.anyMethod(), messages.noise(), false);
        } else {
          send(messages.next());
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(HostileMessages.Sent sent) {
    String field = STREAMED.get(sent.method());
    if (!streams || field == null || !onStream(field, sent)) {
      call(INSTRUMENT + sent.method(), messages.spoilt(sent.message()), sent.waits());
    }
  }

  /** Whether there was a stream with room for it. */
  private boolean onStream(String field, HostileMessages.Sent sent) {
    Stream open = stream;
    if (open == null || open.over()) {
      open = new Stream();
      stream = open;
    }
    Message request =
        CommandRequest.newBuilder()
            .setField(CommandRequest.getDescriptor().findFieldByName(field), sent.message())
            .build();
    if (!open.send(messages.spoilt(request))) {
      return false;
    }
    if (sent.waits()) {
      plot.turns.release();
    }
    return true;
  }

  private void call(String method, byte[] bytes, boolean waits) {
    MethodDescriptor<byte[], byte[]> unary =
        MethodDescriptor.newBuilder(BYTES, BYTES)
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(method)
            .build();
    // Some give up before the answer can come.
    CallOptions options =
        random.nextInt(500) == 0
            ? CallOptions.DEFAULT.withDeadlineAfter(random.nextInt(5), TimeUnit.MILLISECONDS)
            : CallOptions.DEFAULT;
    ClientCalls.asyncUnaryCall(channel.newCall(unary, options), bytes, new Ended(method, waits));
  }

  /** Commands over one call, until one of them is no message. */
  private final class Stream implements StreamObserver<byte[]> {
    private final StreamObserver<byte[]> requests;
    private int unanswered;
    private boolean over;

    Stream() {
      requests =
          ClientCalls.asyncBidiStreamingCall(
              channel.newCall(
                  MethodDescriptor.newBuilder(BYTES, BYTES)
                      .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
                      .setFullMethodName(INSTRUMENT + "Command")
                      .build(),
                  CallOptions.DEFAULT),
              this);
    }

    synchronized boolean over() {
      return over;
    }

    /** Sends one, unless this is over or there is no room. */
    boolean send(byte[] bytes) {
      synchronized (this) {
        if (over || unanswered >= ON_A_STREAM) {
          return false;
        }
        unanswered++;
      }
      requests.onNext(bytes);
      return true;
    }

    @Override
    public void onNext(byte[] answer) {
      try {
        CommandOutcome outcome = CommandOutcome.parseFrom(answer);
        switch (outcome.getOutcomeCase()) {
          case APPROACH, DONE -> tally.count("carried out or planned: over a stream");
          case REFUSED ->
              tally.count(
                  "refused: " + Status.fromCodeValue(outcome.getRefused().getCode()).getCode());
          default -> tally.count("WRONG ANSWER");
        }
      } catch (InvalidProtocolBufferException wrong) {
        tally.count("WRONG ANSWER");
      }
      synchronized (this) {
        if (over) {
          return;
        }
        unanswered--;
      }
      gate.release();
    }

    @Override
    public void onError(Throwable failure) {
      tally.count("stream ended: " + Status.fromThrowable(failure).getCode());
      end();
    }

    @Override
    public void onCompleted() {
      end();
    }

    private synchronized void end() {
      over = true;
      gate.release(unanswered);
      unanswered = 0;
    }
  }

  private final class Ended implements StreamObserver<byte[]> {
    private final String method;
    private final boolean waits;
    private final String leaseThen = plot.lease();

    Ended(String method, boolean waits) {
      this.method = method;
      this.waits = waits;
    }

    @Override
    public void onNext(byte[] answer) {
      try {
        switch (method) {
          case INSTRUMENT + "AcquireLease" -> plot.given(Lease.parseFrom(answer).getLeaseId());
          case INSTRUMENT + "Approach" -> {
            done(ApproachReply.parseFrom(answer).getReply());
            plot.at(0, 0, 0);
          }
          case INSTRUMENT + "MoveTip" -> {
            CommandReply reply = CommandReply.parseFrom(answer);
            done(reply);
            Position at = reply.getPosition();
            plot.at(at.getXM(), at.getYM(), at.getZM());
          }
          case INSTRUMENT + "SetBias" -> done(CommandReply.parseFrom(answer));
          default -> tally.count("answered: " + method.substring(method.indexOf('/') + 1));
        }
      } catch (InvalidProtocolBufferException wrong) {
        tally.count("WRONG ANSWER");
      }
    }

    private void done(CommandReply reply) {
      tally.count(
          (reply.getExecuted() ? "carried out: " : "planned: ")
              + method.substring(INSTRUMENT.length()));
    }

    @Override
    public void onError(Throwable failure) {
      Status status = Status.fromThrowable(failure);
      String why = String.valueOf(status.getDescription());
      tally.count("refused: " + status.getCode());
      if (why.contains("nobody holds a lease") || why.contains("acquire a new one")) {
        plot.lost(leaseThen);
      }
      end();
    }

    @Override
    public void onCompleted() {
      end();
    }

    private void end() {
      if (waits) {
        plot.turns.release();
      }
      gate.release();
    }
  }
}
