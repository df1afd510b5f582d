package function;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;

/** The function. A record or bean instead of the String takes a JSON body. */
@ApplicationScoped
public class Handler {
  /** What is answered, as JSON. */
  public record Greeting(String text) {}

  /**
   * Greets somebody.
   *
   * @param name the body of the call; null when there is none
   */
  @Funq
  public Greeting handle(String name) {
    return new Greeting("Hello, " + (name == null || name.isBlank() ? "OpenFaaS" : name.strip()));
  }
}
