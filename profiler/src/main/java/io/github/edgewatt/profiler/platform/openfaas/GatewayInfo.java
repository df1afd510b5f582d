package io.github.edgewatt.profiler.platform.openfaas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a gateway and the provider behind it are.
 *
 * @param provider {@code faasd}, {@code faas-netes-ce}, …; empty while the provider is down
 * @param providerVersion its release
 * @param orchestration {@code containerd} or {@code kubernetes}
 * @param version the gateway's release
 */
public record GatewayInfo(
    String provider, String providerVersion, String orchestration, String version) {
  private static final Pattern RELEASE = Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})");

  /** Of 0.x. */
  private static final int FIRST_LIMITED_FAASD = 19;

  static GatewayInfo of(JsonNode json) {
    JsonNode provider = json.path("provider");
    return new GatewayInfo(
        provider.path("provider").asText(provider.path("name").asText("")),
        provider.path("version").path("release").asText(""),
        provider.path("orchestration").asText(""),
        json.path("version").path("release").asText(""));
  }

  /** One node, one replica a function. */
  public boolean isFaasd() {
    return provider.contains("faasd");
  }

  /**
   * Whether deployments stop at a number: the Community Edition on Kubernetes does, faasd from 0.19
   * on; empty for a faasd that does not tell its version.
   */
  Optional<Boolean> isLimited() {
    if (!isFaasd()) {
      return Optional.of(isCommunityEdition());
    }
    Matcher release = RELEASE.matcher(providerVersion);
    if (!release.lookingAt()) {
      return Optional.empty();
    }
    int major = Integer.parseInt(release.group(1));
    return Optional.of(major > 0 || Integer.parseInt(release.group(2)) >= FIRST_LIMITED_FAASD);
  }

  /** The Community Edition on Kubernetes. */
  public boolean isCommunityEdition() {
    return provider.endsWith("-ce");
  }

  /** {@code "gateway 0.27.5, faasd 0.18.8 (containerd)"}. */
  public String text() {
    return provider.isEmpty()
        ? "gateway " + version + ", provider down"
        : "gateway %s, %s %s (%s)".formatted(version, provider, providerVersion, orchestration);
  }
}
