package io.github.edgewatt.forecaster.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.forecaster.feature.LeftOut;
import io.github.edgewatt.forecaster.feature.NodeType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataReaderTest {
  private static final NodeType LIGHT = NodeType.ofCores(2);
  private static final NodeType MID = NodeType.ofCores(4);

  @TempDir Path root;
  private Folder folder;

  @BeforeEach
  void twoFunctionsOnTwoKindsOfNodes() {
    folder = new Folder(root);
    folder.solo("solo", "env", 3, 20, 40).solo("solo", "curl", 3, 20, 40);
    folder.mixes("mixes/LIGHT", "env", "curl", 10, 20).mixes("mixes/MID", "env", "curl", 10, 20);
  }

  private static DataRequest request(Path data, Path solo) {
    return new DataRequest(
        List.of(data), Optional.ofNullable(solo), Optional.empty(), Optional.empty());
  }

  @Test
  void takesMixesAndSoloRowsOfOneFolder() throws Exception {
    Measurements read = DataReader.readForTraining(DataRequest.of(root));
    assertThat(read.observations().all()).hasSize(4);
    assertThat(read.observations().leftOut()).isEmpty();
    assertThat(read.solo().node()).hasValue(MID);
    assertThat(read.solo().rows()).hasSize(12);
    assertThat(read.solo().profiles().cores()).isEqualTo(4);
    assertThat(read.solo().profiles().functions()).containsOnlyKeys("curl", "env");
    assertThat(read.lines())
        .containsExactly(
            "data      4 rows of 4 configurations on LIGHT, MID; 2 functions alone on MID",
            "          solo rows that do not tell their kind of node are taken as measured on MID,"
                + " the largest in the data (--solo-node-type)");
  }

  @Test
  void theUserKnowsBetterWhereSoloRowsWereMeasured() throws Exception {
    DataRequest request =
        new DataRequest(
            List.of(root.resolve("mixes")),
            Optional.of(root.resolve("solo")),
            Optional.of(MID),
            Optional.of(LIGHT));
    Measurements read = DataReader.readForTraining(request);
    assertThat(read.solo().node()).hasValue(LIGHT);
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void filesNamedTwiceAreReadOnce() throws Exception {
    DataRequest twice =
        new DataRequest(
            List.of(root, root.resolve("mixes"), root.resolve("mixes/../solo")),
            Optional.of(root.resolve("solo")),
            Optional.empty(),
            Optional.empty());
    Measurements read = DataReader.read(twice);
    assertThat(read.observations().leftOut()).isEmpty();
    assertThat(read.solo().rows()).hasSize(12);
    assertThat(read.sha256()).isEqualTo(DataReader.read(DataRequest.of(root)).sha256());
  }

  @Test
  void aSoloFolderThatIsTheDataKeepsItsMixes() throws Exception {
    assertThat(DataReader.readForTraining(request(root, root)).observations().all()).hasSize(4);
  }

  @Test
  void copiedRowsCountOnce() throws Exception {
    folder.mixes("copy/MID", "env", "curl", 10).solo("copy/solo", "env", 3, 20);
    Measurements read = DataReader.readForTraining(DataRequest.of(root));
    assertThat(read.observations().all()).hasSize(4);
    assertThat(read.observations().leftOut())
        .containsExactly(new LeftOut(1, "rows that stand twice"));
    assertThat(read.solo().rows()).hasSize(12);
  }

  @Test
  void theHashIsOfContentsAlone() throws Exception {
    String before = DataReader.read(DataRequest.of(root)).sha256();
    Files.move(root.resolve("mixes"), root.resolve("a-folder"));
    assertThat(DataReader.read(DataRequest.of(root)).sha256()).isEqualTo(before).hasSize(64);
    folder.solo("solo", "env", 3, 20, 60);
    assertThat(DataReader.read(DataRequest.of(root)).sha256()).isNotEqualTo(before);
  }

  @Test
  void leavesOutMixesOfFunctionsNeverMeasuredAlone() throws Exception {
    folder.mixes("mixes/MID/more", "env", "nmap", 10, 20, 30);
    DataRequest request =
        new DataRequest(List.of(root), Optional.empty(), Optional.of(MID), Optional.empty());
    Measurements read = DataReader.readForTraining(request);
    assertThat(read.observations().all()).hasSize(4);
    assertThat(read.observations().leftOut())
        .containsExactly(new LeftOut(3, "rows with a function never measured alone (nmap)"));
    assertThat(DataReader.read(request).observations().all()).as("for a test set").hasSize(7);
  }

  @Test
  void saysWhatItCouldNotUse() throws Exception {
    folder.mixes("nowhere", "env", "curl", 10, 20);
    Path solo = root.resolve("solo/results-2026-11-22_10-00-00-env.csv");
    Files.writeString(solo, Files.readString(solo) + "env,twenty,1,1,1,1,0,1\n\0\0\n");
    Measurements read = DataReader.readForTraining(DataRequest.of(root));
    assertThat(read.lines().subList(2, 4))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "left out  2 rows of an unknown kind of node (name it: --node-type)"),
            line ->
                assertThat(line)
                    .startsWith("left out  2 lines or files that cannot be used, the first: ")
                    .endsWith("env.csv:8: column rate: 'twenty' is not a whole number"));
  }

  @Test
  void choosesTheKindOfNodeWithMostFunctionsThenMostCores() throws Exception {
    folder.solo("LIGHT", "env", 1, 20).solo("LIGHT", "curl", 1, 20).solo("LIGHT", "nmap", 1, 20);
    folder.solo("HEAVY", "env", 1, 20).solo("HEAVY", "curl", 1, 20);
    Measurements read =
        DataReader.read(DataRequest.of(root.resolve("LIGHT"), root.resolve("HEAVY")));
    assertThat(read.solo().node()).hasValue(LIGHT);
    assertThat(read.notes())
        .containsExactly(
            "solo rows on several kinds of nodes (LIGHT 3, HEAVY 2): those of LIGHT are used");
    folder.solo("HEAVY", "figlet", 1, 20);
    read = DataReader.read(DataRequest.of(root.resolve("LIGHT"), root.resolve("HEAVY")));
    assertThat(read.solo().node()).hasValue(NodeType.ofCores(6));
  }

  @Test
  void refusesWhatNothingCanBeLearntFrom() throws Exception {
    Path mixes = root.resolve("mixes");
    assertThatThrownBy(() -> DataReader.readForTraining(DataRequest.of(mixes)))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            mixes
                + " holds no usable measurement of a function alone: add --solo "
                + root.resolve("solo"));
    assertThatThrownBy(() -> DataReader.readForTraining(DataRequest.of(root.resolve("solo"))))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            root.resolve("solo")
                + " holds 0 usable configurations, at least 3 are needed: measure more with"
                + " bin/profiler run");
    Path empty = Files.createDirectories(root.resolve("empty"));
    assertThatThrownBy(() -> DataReader.read(DataRequest.of(empty)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(empty + " holds no measurements");
    assertThatThrownBy(() -> DataReader.read(DataRequest.of(root.resolve("absent"))))
        .isInstanceOf(DatasetException.class)
        .hasMessage("cannot read " + root.resolve("absent") + ": no such file or folder");
    assertThatThrownBy(() -> DataReader.readWithSolo(request(mixes, root.resolve("mixes/MID"))))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith(root.resolve("mixes/MID") + " holds no usable measurement of a");
  }

  @Test
  void soloRowsAloneDoNotTellTheCores() throws Exception {
    Measurements read = DataReader.readWithSolo(DataRequest.of(root.resolve("solo")));
    assertThat(read.solo().functions()).containsExactly("curl", "env");
    assertThatThrownBy(read.solo()::profiles)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("say --solo-node-type");
  }
}
