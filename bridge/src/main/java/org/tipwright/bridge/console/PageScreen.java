package org.tipwright.bridge.console;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.graphics.TextGraphics;
import com.googlecode.lanterna.screen.TerminalScreen;
import java.io.IOException;
import java.util.List;

/** Puts a page on a terminal, in its size of the moment. */
final class PageScreen {

  private static final TerminalSize USUAL = new TerminalSize(80, 24);

  private final TerminalScreen screen;

  PageScreen(TerminalScreen screen) {
    this.screen = screen;
  }

  void show(Picture picture) throws IOException {
    TerminalSize resized = screen.doResizeIfNecessary();
    TerminalSize size = resized == null ? screen.getTerminalSize() : resized;
    if (size.getColumns() < 1 || size.getRows() < 1) {
      size = USUAL;
    }
    List<PageLine> lines = ConsolePage.draw(picture, size.getColumns(), size.getRows());
    TextGraphics graphics = screen.newTextGraphics();
    for (int row = 0; row < lines.size(); row++) {
      style(graphics, lines.get(row).tone());
      String text = lines.get(row).text();
      graphics.putString(0, row, text + " ".repeat(size.getColumns() - text.length()));
    }
    screen.refresh();
  }

  private static void style(TextGraphics graphics, Tone tone) {
    graphics.clearModifiers();
    graphics.setBackgroundColor(TextColor.ANSI.DEFAULT);
    graphics.setForegroundColor(
        switch (tone) {
          case PLAIN, FAINT -> TextColor.ANSI.DEFAULT;
          case GOOD -> TextColor.ANSI.GREEN;
          case WARNING -> TextColor.ANSI.YELLOW;
          case ALARM -> TextColor.ANSI.WHITE_BRIGHT;
        });
    if (tone == Tone.ALARM) {
      graphics.setBackgroundColor(TextColor.ANSI.RED);
      graphics.enableModifiers(SGR.BOLD, SGR.BLINK);
    } else if (tone == Tone.WARNING || tone == Tone.GOOD) {
      graphics.enableModifiers(SGR.BOLD);
    }
  }
}
