package io.github.edgewatt.profiler.platform.openfaas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** The file {@code faas-cli login} writes: gateways and their credentials. */
final class FaasCliConfig {
  private static final YAMLMapper YAML = new YAMLMapper();

  private FaasCliConfig() {}

  /**
   * {@code user:password} for a gateway; empty without the file or an entry in it. As in faas-cli,
   * gateways are equal when their addresses are, apart from case and slashes at the end.
   */
  static Optional<String> userAndPassword(Path config, GatewayUrl gateway)
      throws PlatformException {
    if (!Files.exists(config)) {
      return Optional.empty();
    }
    JsonNode root;
    try {
      root = YAML.readTree(SecretFile.text(config));
    } catch (JsonProcessingException e) {
      // Its message would quote the file.
      throw new PlatformException(config + " is not the YAML that faas-cli writes; log in again");
    }
    for (JsonNode auth : root.path("auths")) {
      if (address(auth.path("gateway").asText("")).equals(gateway.toString())) {
        return Optional.of(decoded(config, auth));
      }
    }
    return Optional.empty();
  }

  private static String decoded(Path config, JsonNode auth) throws PlatformException {
    String type = auth.path("auth").asText("basic");
    if (!type.equals("basic")) {
      throw new PlatformException(
          "%s has %s credentials for this gateway, and only basic ones are supported"
              .formatted(config, GatewayFaults.oneLine(type)));
    }
    try {
      String token = auth.path("token").asText("");
      String text = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
      if (text.indexOf(':') > 0) {
        return text;
      }
    } catch (IllegalArgumentException e) {
      // Told below, without the token.
    }
    throw new PlatformException(
        config + " has no readable token for this gateway; run 'faas-cli login' again");
  }

  private static String address(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("/+$", "");
  }
}
