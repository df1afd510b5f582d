package io.github.edgewatt.profiler.platform.openfaas;

import com.fasterxml.jackson.databind.JsonNode;

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
