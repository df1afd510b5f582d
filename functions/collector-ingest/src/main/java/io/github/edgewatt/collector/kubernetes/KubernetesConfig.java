package io.github.edgewatt.collector.kubernetes;

import io.fabric8.kubernetes.client.Config;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the API server as kubectl does: a file that is named, {@code KUBECONFIG}, the home's. */
public final class KubernetesConfig {
  private static final Path POD_TOKEN =
      Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");

  private KubernetesConfig() {}

  /**
   * The configuration of a client; inside a pod its service account's where there is no file.
   *
   * @param file named by the caller
   * @throws IllegalArgumentException one line where it cannot be had
   */
  public static Config find(Optional<Path> file, Map<String, String> environment) {
    if (file.isPresent()) {
      return read(file.get());
    }
    String named = environment.getOrDefault("KUBECONFIG", "");
    if (!named.isEmpty()) {
      if (Arrays.stream(named.split(File.pathSeparator, -1))
          .noneMatch(one -> Files.isReadable(Path.of(one)))) {
        throw new IllegalArgumentException("KUBECONFIG is " + named + ", which cannot be read");
      }
    } else if (!Files.isReadable(home(environment)) && !Files.isReadable(POD_TOKEN)) {
      throw new IllegalArgumentException(
          "no Kubernetes: give --kubeconfig FILE, set KUBECONFIG, or leave it out with --no-k8s");
    }
    return load("the kubeconfig", () -> Config.autoConfigure(null));
  }

  private static Config read(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IllegalArgumentException("cannot read the kubeconfig " + file);
    }
    Config config = load(file.toString(), () -> Config.fromKubeconfig(file.toFile()));
    // Without one the client would look for a server by a name that only pods know.
    if (config.getCurrentContext() == null) {
      throw new IllegalArgumentException(file + " has no current context, so it names no server");
    }
    return config;
  }

  private static Config load(String what, Supplier<Config> source) {
    try {
      return source.get();
    } catch (RuntimeException e) {
      // The client's own and whatever its YAML reader throws at a file that is none.
      throw new IllegalArgumentException(what + " cannot be used", e);
    }
  }

  private static Path home(Map<String, String> environment) {
    return Path.of(environment.getOrDefault("HOME", "/"), ".kube", "config");
  }
}
