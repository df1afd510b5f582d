package openfaas.entrypoint;

import com.openfaas.model.AbstractHandler;
import java.io.IOException;
import java.util.ServiceLoader;

/** Serves the one handler on the class path. */
public final class Entrypoint {
  private Entrypoint() {}

  public static void main(String[] arguments) throws IOException {
    Settings settings;
    AbstractHandler handler;
    try {
      settings = Settings.of(System.getenv());
      handler =
          ServiceLoader.load(AbstractHandler.class)
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "no handler: name it in META-INF/services/com.openfaas.model.AbstractHandler"));
    } catch (IllegalArgumentException e) {
      System.err.println("entrypoint: " + e.getMessage());
      System.exit(2);
      return;
    }
    Server server = new Server(settings, handler);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(server), "drain"));
  }

  private static void drain(Server server) {
    try {
      server.drain();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
