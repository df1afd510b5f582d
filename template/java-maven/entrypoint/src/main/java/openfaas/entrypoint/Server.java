package openfaas.entrypoint;

import com.openfaas.model.IHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** A handler being served. */
final class Server {
  private static final long LOOK_EVERY_MILLIS = 10;

  private final Settings settings;
  private final Pool pool;
  private final Calls calls;
  private final HttpServer http;

  Server(Settings settings, IHandler handler) throws IOException {
    this.settings = settings;
    pool = new Pool(settings.threads(), settings.queue());
    calls = new Calls(handler, settings.bodyBytes(), pool::refusing);
    // Head and body of an answer leave in two packets: without this the second waits up to 40 ms
    // for the first one's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // A caller that never ends its request holds a thread no longer than this many seconds.
    System.setProperty("sun.net.httpserver.maxReqTime", "30");
    http = HttpServer.create(new InetSocketAddress(settings.host(), settings.port()), 1024);
    http.createContext("/", calls);
    http.setExecutor(pool);
    http.start();
  }

  int port() {
    return http.getAddress().getPort();
  }

  /**
   * Ends as the watchdog does: goes on for a while, as calls still come, refuses new ones then, waits
   * for those in flight, and stays a moment longer, since the watchdog ends with its function and may
   * still be handing the last answer on.
   */
  void drain() throws InterruptedException {
    calls.leave();
    Thread.sleep(settings.drainDelay().toMillis());
    calls.close();
    long deadline = System.nanoTime() + settings.drainLimit().toNanos();
    while (calls.inFlight() > 0 && System.nanoTime() - deadline < 0) {
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
    Thread.sleep(settings.linger().toMillis());
    http.stop(0);
    pool.stop();
  }
}
