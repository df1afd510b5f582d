package io.github.edgewatt.profiler.platform.openfaas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.profiler.platform.PlatformException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
  private static final GatewayUrl GATEWAY = GatewayUrl.parse("http://127.0.0.1:8080");

  @TempDir Path home;

  @Test
  void aPasswordFileIsForAdminOrWhoeverIsNamed() throws Exception {
    Path file = write("password", "open sesame: 1\n", "rw-------");
    Credentials admin = Credentials.find(GATEWAY, file, Map.of(), home);
    assertThat(admin.header()).contains(basic("admin:open sesame: 1"));
    assertThat(admin.warnings()).isEmpty();
    assertThat(admin).hasToString("the password file " + file);
    Credentials other = Credentials.find(GATEWAY, file, Map.of("OPENFAAS_USERNAME", "ops"), home);
    assertThat(other.header()).contains(basic("ops:open sesame: 1"));
  }

  @Test
  void aFileThatOthersMayReadIsWarnedOf() throws Exception {
    Path file = write("password", "x\r\n", "rw-r-----");
    Credentials credentials = Credentials.find(GATEWAY, file, Map.of(), home);
    assertThat(credentials.header()).contains(basic("admin:x"));
    assertThat(credentials.warnings())
        .containsExactly("others on this machine may read " + file + ": chmod 600 " + file);
  }

  @Test
  void aPasswordFileThatCannotBeUsedIsTold() throws Exception {
    assertRefused(home.resolve("absent"), "there is no file " + home.resolve("absent"));
    assertRefused(home, "cannot read " + home + ": it is a folder");
    assertRefused(write("empty", "\n", "rw-------"), "is empty");
    assertRefused(write("two", "secret-a\nsecret-b\n", "rw-------"), "more than one line");
    assertRefused(write("large", "x".repeat(70_000), "rw-------"), "over 64 KiB");
  }

  private void assertRefused(Path file, String why) {
    assertThatThrownBy(() -> Credentials.find(GATEWAY, file, Map.of(), home))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("secret-");
  }

  @Test
  void faasClisOwnFileIsUnderstood() throws Exception {
    Path config = faasCli("http://127.0.0.1:8080", "basic", token("admin:a:b"));
    Credentials credentials = Credentials.find(GATEWAY, null, Map.of(), home);
    assertThat(credentials.header()).contains(basic("admin:a:b"));
    assertThat(credentials).hasToString("faas-cli's " + config);
    assertThat(credentials.warnings()).isEmpty();
    Credentials other =
        Credentials.find(GatewayUrl.parse("http://127.0.0.1:9"), null, Map.of(), home);
    assertThat(other.header()).isEmpty();
  }

  @Test
  void anEntryForTheGatewayMatchesApartFromCaseAndSlashes() throws Exception {
    faasCli("HTTP://Node-1:8080/", "basic", token("admin:x"));
    assertThat(
            Credentials.find(GatewayUrl.parse("http://node-1:8080"), null, Map.of(), home).header())
        .contains(basic("admin:x"));
  }

  @Test
  void faasClisFolderMayBeElsewhere() throws Exception {
    Path config = faasCli("http://127.0.0.1:8080", "basic", token("admin:x"));
    Map<String, String> environment = Map.of("OPENFAAS_CONFIG", config.getParent().toString());
    assertThat(Credentials.find(GATEWAY, null, environment, Path.of("/nowhere")).header())
        .contains(basic("admin:x"));
  }

  @Test
  void aBrokenFileOfFaasCliIsToldWithoutQuotingIt() throws Exception {
    faasCli("http://127.0.0.1:8080", "basic", "c2VjcmV0LXRva2Vu!");
    assertFaasCliRefused("has no readable token for this gateway");
    faasCli("http://127.0.0.1:8080", "basic", token("secret-without-colon"));
    assertFaasCliRefused("has no readable token for this gateway");
    faasCli("http://127.0.0.1:8080", "oauth2", "c2VjcmV0");
    assertFaasCliRefused("only basic ones are supported");
    write(".openfaas/config.yml", "auths: [secret-a: {\n", "rw-------");
    assertFaasCliRefused("is not the YAML that faas-cli writes");
  }

  private void assertFaasCliRefused(String why) {
    assertThatThrownBy(() -> Credentials.find(GATEWAY, null, Map.of(), home))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("secret")
        .hasMessageNotContaining("c2Vj");
  }

  @Test
  void aChangedFileIsReadAgain() throws Exception {
    Path file = write("password", "old\n", "rw-------");
    Credentials credentials = Credentials.find(GATEWAY, file, Map.of(), home);
    assertThat(credentials.reread()).isFalse();
    Files.writeString(file, "new\n");
    assertThat(credentials.reread()).isTrue();
    assertThat(credentials.header()).contains(basic("admin:new"));
    Files.delete(file);
    assertThat(credentials.reread()).isFalse();
    assertThat(credentials.header()).contains(basic("admin:new"));
  }

  @Test
  void withoutAnyNothingIsSent() throws Exception {
    Credentials credentials = Credentials.find(GATEWAY, null, Map.of(), home);
    assertThat(credentials.header()).isEmpty();
    assertThat(credentials.toString()).contains("--password-file").contains("faas-cli login");
  }

  private Path faasCli(String gateway, String auth, String token) throws IOException {
    return write(
        ".openfaas/config.yml",
        "auths:\n- gateway: http://elsewhere:1\n  auth: basic\n  token: eDp5\n"
            + "- gateway: %s\n  auth: %s\n  token: %s\n".formatted(gateway, auth, token),
        "rw-------");
  }

  private Path write(String name, String text, String rights) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  private static String token(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String basic(String text) {
    return "Basic " + token(text);
  }
}
