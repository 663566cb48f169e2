package org.tipwright.env.episode;

import com.google.protobuf.CodedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tipwright.env.episode.v1.End;
import org.tipwright.env.episode.v1.Entry;
import org.tipwright.env.episode.v1.Event;
import org.tipwright.env.episode.v1.Header;
import org.tipwright.env.episode.v1.Step;

/**
 * Writes one episode's file, entry after entry. Each entry is handed to the operating system before
 * the call returns, so that a killed process loses none; {@link #close} also waits for the disk.
 */
public final class EpisodeWriter implements Closeable {

  private final FileChannel channel;

  /**
   * A new file that starts with this header; its folder is made if need be.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the file exists: records are never
   *     overwritten
   */
  public EpisodeWriter(Path file, Header header) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    write(Framing.MAGIC);
    append(Entry.newBuilder().setHeader(header).build());
  }

  /** Appends what was done and observed in one step. */
  public void step(Step step) throws IOException {
    append(Entry.newBuilder().setStep(step).build());
  }

  /** Appends anything else. */
  public void event(Event event) throws IOException {
    append(Entry.newBuilder().setEvent(event).build());
  }

  /** Appends how it ended. */
  public void end(End end) throws IOException {
    append(Entry.newBuilder().setEnd(end).build());
  }

  private void append(Entry entry) throws IOException {
    byte[] message = new byte[entry.getSerializedSize()];
    CodedOutputStream coded = CodedOutputStream.newInstance(message);
    coded.useDeterministicSerialization();
    entry.writeTo(coded);
    write(Framing.framed(message));
  }

  private void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      if (channel.isOpen()) {
        channel.force(true);
      }
    }
  }
}
