package org.tipwright.bridge.nanonis.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.tipwright.bridge.nanonis.Catalogue;
import org.tipwright.bridge.nanonis.Command;
import org.tipwright.bridge.nanonis.CommandLayout;
import org.tipwright.bridge.nanonis.Frames;
import org.tipwright.bridge.nanonis.LoggerPacket;
import org.tipwright.bridge.nanonis.MalformedException;
import org.tipwright.bridge.nanonis.Reply;
import org.tipwright.bridge.nanonis.ResponseHeader;
import org.tipwright.bridge.nanonis.SampleValues;
import org.tipwright.env.random.RandomStream;

/**
 * Random, mutated and truncated bytes into both parsers: 60,000 inputs in a build, 10 million with
 * {@code -Dtipwright.nightly=true}. Whatever comes, it ends, throws only what is documented, and
 * takes no more memory than a small multiple of the bytes that came.
 */
class ParserFuzzTest {

  private static final int INPUTS = Boolean.getBoolean("tipwright.nightly") ? 25_000 : 150;

  /** Of one input: a body has at most some hundred bytes, buffers and messages a few thousand. */
  private static final long MAX_ALLOCATED_BYTES = 64 << 10;

  private static final int MAX_INPUT_BYTES = 400;
  private static final List<CommandLayout> LAYOUTS =
      List.copyOf(Catalogue.of(Catalogue.R14718).commands());

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void theServersParserRefusesOrUnderstands(@ForAll long seed) throws IOException {
    RandomStream random = new RandomStream(seed, "fuzz");
    Catalogue catalogue = Catalogue.of(Catalogue.R14718);
    long before = allocated();
    for (int i = 0; i < INPUTS; i++) {
      byte[] input = damaged(requests(random), random);
      RequestReader reader = new RequestReader(new ByteArrayInputStream(input), catalogue);
      try {
        Optional<Request> request;
        int count = 0;
        while ((request = reader.next()).isPresent()) {
          assertThat(++count).isLessThanOrEqualTo(input.length / Frames.HEADER_BYTES);
          Optional<Command> command = request.get().command();
          if (command.isPresent()) {
            assertComesOutAsItWentIn(command.get());
          } else {
            assertThat(request.get().wrong()).isNotBlank();
          }
        }
      } catch (EOFException cutShort) {
        assertThat(cutShort).hasMessageContaining("within a");
      }
    }
    assertThat(allocated() - before).isLessThan(INPUTS * MAX_ALLOCATED_BYTES);
  }

  private static void assertComesOutAsItWentIn(Command command) throws IOException {
    byte[] frame = command.frame(true);
    Command again =
        Command.read(
            command.layout(), Arrays.copyOfRange(frame, Frames.HEADER_BYTES, frame.length));
    if (!again.equals(command)) {
      assertThat(again).isEqualTo(command);
    }
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void theClientsParsersRefuseOrUnderstand(@ForAll long seed) {
    RandomStream random = new RandomStream(seed, "fuzz");
    long before = allocated();
    for (int i = 0; i < INPUTS; i++) {
      CommandLayout layout = LAYOUTS.get(random.nextInt(LAYOUTS.size()));
      byte[] response = damaged(response(layout, random), random);
      readResponse(layout, response);
      readPacket(response);
    }
    assertThat(allocated() - before).isLessThan(INPUTS * MAX_ALLOCATED_BYTES);
  }

  private static void readResponse(CommandLayout layout, byte[] response) {
    try {
      Command asked = new Command(layout, SampleValues.of(layout.arguments()));
      byte[] header = Arrays.copyOf(response, ResponseHeader.BYTES);
      int bodyBytes = ResponseHeader.read(header, asked).bodyBytes();
      assertThat(bodyBytes).isBetween(8, Frames.MAX_RESPONSE_BYTES);
      byte[] body =
          Arrays.copyOfRange(
              response,
              Math.min(response.length, ResponseHeader.BYTES),
              Math.max(response.length, ResponseHeader.BYTES));
      Reply reply = Reply.read(layout, body);
      if (reply instanceof Reply.Values) {
        byte[] again = reply.frame(new byte[32], layout.returns());
        assertThat(again.length - ResponseHeader.BYTES).isLessThanOrEqualTo(body.length);
      }
    } catch (MalformedException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  private static void readPacket(byte[] bytes) {
    try {
      byte[] header = Arrays.copyOf(bytes, LoggerPacket.HEADER_BYTES);
      byte[] body = new byte[LoggerPacket.bodyBytes(header)];
      assertThat(LoggerPacket.read(header, body).bytes()).startsWith(Arrays.copyOf(header, 4));
    } catch (MalformedException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  /** One to three requests, of commands with their own arguments or with any bytes. */
  private static byte[] requests(RandomStream random) {
    ByteBuffer bytes = ByteBuffer.allocate(3 * MAX_INPUT_BYTES);
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      CommandLayout layout = LAYOUTS.get(random.nextInt(LAYOUTS.size()));
      if (random.nextInt(3) == 0) {
        bytes.put(GenericClient.request(layout.name(), true, any(random, 60)));
      } else {
        bytes.put(new Command(layout, SampleValues.of(layout.arguments())).frame(true));
      }
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static byte[] response(CommandLayout layout, RandomStream random) {
    Reply reply =
        random.nextInt(4) == 0
            ? Reply.failure("no")
            : new Reply.Values(SampleValues.of(layout.returns()));
    return reply.frame(
        Arrays.copyOf(GenericClient.request(layout.name(), true, new byte[0]), 32),
        layout.returns());
  }

  /** Some bytes changed, numbers made extreme, the end cut off or grown; or nothing but noise. */
  private static byte[] damaged(byte[] bytes, RandomStream random) {
    if (random.nextInt(10) == 0) {
      return any(random, MAX_INPUT_BYTES);
    }
    byte[] damaged = bytes.clone();
    int changes = random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(damaged.length);
      if (random.nextInt(2) == 0 || at + 4 > damaged.length) {
        damaged[at] = (byte) random.nextInt(256);
      } else {
        int[] extreme = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 24, 1 << 28, 0};
        ByteBuffer.wrap(damaged).putInt(at, extreme[random.nextInt(extreme.length)]);
      }
    }
    return random.nextInt(3) == 0
        ? Arrays.copyOf(damaged, random.nextInt(damaged.length + 20))
        : damaged;
  }

  private static byte[] any(RandomStream random, int atMost) {
    byte[] bytes = new byte[random.nextInt(atMost)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
