package io.github.edgewatt.nodeforecast.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.edgewatt.nodeforecast.TestModels;
import io.github.edgewatt.nodeforecast.protocol.Refused;
import io.github.edgewatt.nodeforecast.store.FileState.Status;
import io.github.edgewatt.nodeforecast.store.ModelStore.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStoreTest {
  private static final Instant LATER = TestModels.TRAINED.plusSeconds(60);

  @TempDir private Path folder;
  private final HandClock clock = new HandClock();
  private final ReloadLines log = new ReloadLines();
  private ModelStore store;
  private Path file;

  @BeforeEach
  void serveOne() throws IOException {
    file = folder.resolve("mid.json");
    TestModels.write(file, TestModels.power());
    touched(0);
    clock.pass(10);
    store = new ModelStore(folder, clock, new Bounds(3, 16), log);
    store.refresh();
    assertThat(log.taken()).singleElement().asString().startsWith("model mid: serving " + file);
  }

  /** The file's own time, as if it were written now by the clock of the test. */
  private void touched(long secondsAgo) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(clock.instant().minusSeconds(secondsAgo)));
  }

  private FileState state() {
    return store.snapshot().files().get("mid");
  }

  private LoadedModel loaded() {
    return state().loaded().orElseThrow();
  }

  private void assertStillServed(Status status, String problem) {
    assertThat(state().status()).isEqualTo(status);
    assertThat(state().problem().orElse("")).contains(problem);
    assertThat(state().since()).isEqualTo(clock.instant());
    assertThat(loaded().version()).isEqualTo(TestModels.VERSION);
    assertThat(store.snapshot().servable("mid").version()).isEqualTo(TestModels.VERSION);
    assertThat(store.snapshot().missing()).isEmpty();
  }

  @Test
  void servesTheModelAndWhatIsDerivedOfIt() {
    assertThat(store.snapshot().names())
        .containsExactly("mid", "mid-power", "mid-power-LIGHT", "mid-power-MID");
    assertThat(state().status()).isEqualTo(Status.SERVING);
    assertThat(loaded().noPower()).isEmpty();
    assertThat(loaded().sha256()).hasSize(64);
    assertThat(StateJson.of(store.snapshot()).at("/models/0/loaded/sha256").asText())
        .isEqualTo(loaded().sha256());
  }

  @Test
  void readsAnUnchangedFileOnce() throws IOException {
    Snapshot before = store.snapshot();
    Files.setAttribute(file, "lastModifiedTime", Files.getLastModifiedTime(file));
    clock.pass(100);
    store.refresh();
    assertThat(store.snapshot()).isSameAs(before);
    touched(0);
    store.refresh();
    assertThat(store.snapshot()).as("touched, with the same content").isSameAs(before);
    assertThat(log.taken()).isEmpty();
  }

  @Test
  void takesUpAChangedFile() throws IOException {
    Snapshot before = store.snapshot();
    clock.pass(60);
    TestModels.write(file, TestModels.power(LATER, 0.3));
    touched(0);
    store.refresh();
    assertThat(loaded().version()).isEqualTo(LATER.getEpochSecond());
    assertThat(loaded().loadedAt()).isEqualTo(clock.instant());
    assertThat(log.taken()).singleElement().asString().startsWith("model mid: serving");
    assertThat(before.servable("mid").version())
        .as("a request that began before goes on with what it saw")
        .isEqualTo(TestModels.VERSION);
  }

  /** Two writes of one size within a tick of the file system's clock. */
  @Test
  void seesAChangeThatTimeAndSizeHide() throws IOException {
    clock.pass(60);
    TestModels.write(file, TestModels.power(LATER, 0.3));
    touched(0);
    store.refresh();
    Fingerprint seen = Fingerprint.of(file).orElseThrow();
    byte[] other =
        Files.readAllBytes(TestModels.write(folder.resolve("x"), TestModels.power(LATER, 0.4)));
    Files.write(file, other);
    Files.setLastModifiedTime(file, FileTime.from(seen.modified()));
    assertThat(Fingerprint.of(file)).contains(seen);
    clock.pass(2);
    store.refresh();
    assertThat(loaded().model().targets()).isNotNull();
    assertThat(log.taken()).hasSize(2);
    clock.pass(2);
    Snapshot settled = store.snapshot();
    store.refresh();
    assertThat(store.snapshot()).isSameAs(settled);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .5, .99})
  void neverServesAHalfWrittenFile(double part) throws IOException {
    clock.pass(60);
    byte[] next =
        Files.readAllBytes(TestModels.write(folder.resolve("x"), TestModels.power(LATER, 0.3)));
    Files.write(file, Arrays.copyOf(next, (int) (part * next.length)));
    touched(0);
    store.refresh();
    assertStillServed(Status.REFUSED, part < .1 ? "is no model" : "is truncated");
    assertThat(log.taken())
        .singleElement()
        .asString()
        .contains("still serving the one with sha256 " + loaded().sha256().substring(0, 12));
    Instant since = state().since();
    clock.pass(1);
    store.refresh();
    assertThat(state().since()).as("the same problem is told once").isEqualTo(since);
    assertThat(log.taken()).isEmpty();
    Files.write(file, next);
    touched(0);
    store.refresh();
    assertThat(state().status()).isEqualTo(Status.SERVING);
    assertThat(state().problem()).isEmpty();
    assertThat(loaded().version()).isEqualTo(LATER.getEpochSecond());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 40, 300, 1500})
  void refusesADamagedFileAndTakesItsRepair(int at) throws IOException {
    clock.pass(60);
    byte[] good = Files.readAllBytes(file);
    byte[] bad = good.clone();
    bad[at] ^= 1;
    Files.write(file, bad);
    touched(0);
    store.refresh();
    assertStillServed(Status.REFUSED, file.toString());
    LoadedModel before = loaded();
    clock.pass(60);
    Files.write(file, good);
    touched(0);
    store.refresh();
    assertThat(state().status()).isEqualTo(Status.SERVING);
    assertThat(loaded()).as("the same content is not loaded anew").isSameAs(before);
    assertThat(log.taken()).hasSize(2).last().asString().contains("is whole again");
  }

  @Test
  void keepsAModelWhoseFileIsGone() throws IOException {
    clock.pass(60);
    Path aside = folder.resolveSibling("aside.json");
    Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    store.refresh();
    assertStillServed(Status.REMOVED, "mid.json is gone");
    assertThat(log.taken()).singleElement().asString().startsWith("! model mid: ");
    Snapshot removed = store.snapshot();
    clock.pass(60);
    store.refresh();
    assertThat(store.snapshot()).isSameAs(removed);
    Files.move(aside, file);
    store.refresh();
    assertThat(state().status()).isEqualTo(Status.SERVING);
    assertThat(state().problem()).isEmpty();
  }

  @Test
  void keepsModelsWhoseFolderIsGone() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path model = TestModels.write(inner.resolve("a.json.gz"), TestModels.light());
    ModelStore other = new ModelStore(inner, clock, new Bounds(3, 16), log);
    other.refresh();
    assertThat(other.snapshot().names()).contains("a", "a-power");
    Files.delete(model);
    Files.delete(inner);
    other.refresh();
    assertThat(other.snapshot().names()).contains("a", "a-power");
    assertThat(other.snapshot().files().get("a").status()).isEqualTo(Status.REMOVED);
  }

  @Test
  void takesNoMoreModelsThanAllowedButThePlacesOfThoseThatAreGone() throws IOException {
    clock.pass(60);
    for (String name : List.of("a", "b", "x", "y")) {
      TestModels.write(folder.resolve(name + ".json"), TestModels.light());
    }
    store.refresh();
    FileState last = store.snapshot().files().get("y");
    assertThat(last.loaded()).isEmpty();
    assertThat(last.problem().orElse("")).endsWith("cannot be used: there are 3 models already");
    assertThat(catchThrowableOfType(Refused.class, () -> store.snapshot().servable("y")))
        .extracting(Refused::status)
        .isEqualTo(503);
    Files.delete(folder.resolve("a.json"));
    clock.pass(60);
    Files.setLastModifiedTime(folder.resolve("x.json"), FileTime.from(clock.instant()));
    store.refresh();
    assertThat(store.snapshot().names()).contains("x").doesNotContain("a");
  }

  @Test
  void servesOneFileUnderItsName() throws IOException {
    Path one = folder.resolve("only.json.gz");
    ModelStore single = new ModelStore(one, clock, new Bounds(3, 16), log);
    single.refresh();
    assertThat(single.snapshot().ready()).isFalse();
    assertThat(single.snapshot().missing()).contains("no model is loaded: there is none in " + one);
    TestModels.write(one, TestModels.light());
    single.refresh();
    assertThat(single.snapshot().names()).containsExactly("only", "only-power", "only-power-LIGHT");
    assertThat(single.snapshot().model("").name()).isEqualTo("only");
  }

  @Test
  void passesOverWhatIsNoModelsFileAndTellsWhatIsNone() throws IOException {
    Files.writeString(folder.resolve(".hidden.json"), "{}");
    Files.writeString(folder.resolve("MODEL.md"), "# card");
    Files.writeString(folder.resolve("bad name.json"), "{}");
    Files.writeString(folder.resolve("group_list.json"), "{\"0\": [\"env\"]}\n");
    Files.createDirectory(folder.resolve("folder.json"));
    clock.pass(60);
    store.refresh();
    assertThat(store.snapshot().files().keySet()).containsExactly("group_list", "mid");
    assertThat(store.snapshot().files().get("group_list").problem().orElse(""))
        .contains("is no model");
    Refused refused =
        catchThrowableOfType(Refused.class, () -> store.snapshot().servable("group_list"));
    assertThat(refused.status()).isEqualTo(503);
    Files.delete(folder.resolve("group_list.json"));
    store.refresh();
    assertThat(store.snapshot().files().keySet()).containsExactly("mid");
  }

  @Test
  void aFileComesBeforeWhatIsDerivedOfAnother() {
    TestModels.write(folder.resolve("mid-power.json"), TestModels.light());
    store.refresh();
    assertThat(store.snapshot().servable("mid-power").platform()).isEqualTo("edgewatt_forecast");
    assertThat(store.snapshot().servable("mid-power-MID").platform()).isEqualTo("edgewatt_power");
  }

  @Test
  void followsALinkToAnotherFile() throws IOException {
    Path first = TestModels.write(folder.resolve("v1"), TestModels.light());
    Path second = TestModels.write(folder.resolve("v2"), TestModels.power(LATER, 0.3));
    Path link = folder.resolve("linked.json");
    Files.createSymbolicLink(link, first);
    store.refresh();
    assertThat(store.snapshot().model("linked").version()).isEqualTo(TestModels.VERSION);
    Path next = folder.resolve("next");
    Files.createSymbolicLink(next, second);
    Files.move(next, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    store.refresh();
    assertThat(store.snapshot().model("linked").version()).isEqualTo(LATER.getEpochSecond());
  }
}
