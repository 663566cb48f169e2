package org.tipwright.bridge.audit;

/** Where the messages of another protocol than the bridge's own are kept, in both directions. */
public interface FrameLog {

  /** Keeps nothing: for tests, and where no instrument is at stake. */
  FrameLog NONE =
      new FrameLog() {
        @Override
        public long request(String caller, String command, String text, byte[] body) {
          return 1;
        }

        @Override
        public void answer(long call, String caller, String command, String text) {}
      };

  /**
   * Keeps a message of a client.
   *
   * @param caller who sent it
   * @param command its name
   * @param text what it says, for people
   * @param body its arguments as on the wire
   * @return a number for the answer; 0 if it cannot be kept, and then must not be acted on
   */
  long request(String caller, String command, String text, byte[] body);

  /**
   * Keeps what was answered.
   *
   * @param call number of the request
   * @param text the error, or how it went
   */
  void answer(long call, String caller, String command, String text);
}
