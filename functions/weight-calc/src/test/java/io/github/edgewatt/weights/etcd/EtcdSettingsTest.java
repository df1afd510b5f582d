package io.github.edgewatt.weights.etcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.cluster.settings.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EtcdSettingsTest {
  private static EtcdSettings of(Map<String, String> variables) {
    return EtcdSettings.of(new Environment(variables));
  }

  @Test
  void hasThePublishedDefaults() {
    assertThat(of(Map.of()))
        .isEqualTo(
            new EtcdSettings(
                "localhost",
                2379,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Duration.ofSeconds(3)));
  }

  @ParameterizedTest
  @CsvSource({
    "osmotic_lb_opt_etcd_cluster_id, 14841639068965178418, -3605105004744373198",
    "osmotic_lb_opt_expected_cluster_id, cdf818194e3a8c32, -3605105004744373198",
    "osmotic_lb_opt_etcd_cluster_id, 0x10, 16",
    "osmotic_lb_opt_etcd_cluster_id, 10, 10",
  })
  void takesTheClustersIdAsEtcdPrintsIt(String name, String value, long id) {
    assertThat(of(Map.of(name, value)).clusterId()).hasValue(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "osmotic_lb_opt_etcd_cluster_id | my-cluster | it must be a cluster id",
        "osmotic_lb_opt_etcd_port | 70000 | it must be a number from 1 to 65535",
        "osmotic_lb_opt_etcd_deadline | -1 | it must be a number from 0 to 86400",
        "osmotic_lb_opt_etcd_user | root | belong together",
        "osmotic_lb_opt_etcd_password | secret | belong together",
        "osmotic_lb_opt_etcd_password_file | /none | it must be a file that can be read",
      })
  void refusesWhatCannotBeUsed(String name, String value, String why) {
    assertThatThrownBy(() -> of(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(why);
  }

  @Test
  void refusesTwoClusters() {
    assertThatThrownBy(
            () ->
                of(
                    Map.of(
                        "osmotic_lb_opt_etcd_cluster_id",
                        "1",
                        "osmotic_lb_opt_expected_cluster_id",
                        "2")))
        .hasMessageContaining("different clusters");
  }

  @Test
  void aUserWhosePasswordFileIsEmptyHasNone(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), " \n");

    assertThatThrownBy(
            () ->
                of(
                    Map.of(
                        "osmotic_lb_opt_etcd_user",
                        "root",
                        "osmotic_lb_opt_etcd_password_file",
                        file.toString())))
        .hasMessageContaining("belong together")
        .hasMessageNotContaining("root");
  }

  @Test
  void showsThePasswordToNobody() {
    EtcdSettings settings =
        of(Map.of("osmotic_lb_opt_etcd_user", "root", "osmotic_lb_opt_etcd_password", "hidden"));

    assertThat(settings.toString()).isEqualTo("etcd localhost:2379");
  }

  @Test
  void readsThePasswordFromAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "secret\n");

    assertThat(
            of(Map.of(
                    "osmotic_lb_opt_etcd_user",
                    "root",
                    "osmotic_lb_opt_etcd_password_file",
                    file.toString()))
                .password())
        .contains("secret");
  }
}
