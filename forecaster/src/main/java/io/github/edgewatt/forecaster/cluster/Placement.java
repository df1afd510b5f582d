package io.github.edgewatt.forecaster.cluster;

import io.github.edgewatt.dataset.DatasetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A function's place in a group list.
 *
 * @param assignment where it belongs
 * @param list the list's file
 * @param previous the group it stood in before
 * @param kept where the earlier list is kept; empty where nothing was written
 * @param dryRun whether nothing was to be written
 */
public record Placement(
    Assignment assignment,
    Path list,
    Optional<String> previous,
    Optional<Path> kept,
    boolean dryRun) {

  /**
   * Assigns {@code function} by {@code model} and moves it there in the list, and in the list under
   * names where that stands beside.
   *
   * @param dryRun true to leave the files as they are
   */
  public static Placement of(SoloSamples function, Path list, Path model, boolean dryRun)
      throws DatasetException {
    GroupModel groups = GroupModelFile.read(model);
    GroupList before = GroupListFile.read(list);
    Assignment assignment = groups.assign(function);
    Optional<String> previous =
        Optional.ofNullable(before.byFunction(groups).get(function.function())).map(Group::name);
    GroupList after = before.with(function.function(), assignment.group());
    Optional<Path> kept = Optional.empty();
    if (!dryRun) {
      if (!GroupListFile.read(list).equals(before)) {
        throw new DatasetException(list + " was changed by someone else just now: try again");
      }
      kept = GroupListFile.write(list, after);
      Path names = GroupListFile.namesBeside(list);
      if (Files.exists(names)) {
        GroupListFile.write(names, after.named(groups));
      }
    }
    return new Placement(assignment, list, previous, kept, dryRun);
  }

  /** What became of the list: {@code added to MEDIUM}. */
  public String change() {
    String name = assignment.group().name();
    String would = dryRun ? "would be " : "";
    if (previous.isEmpty()) {
      return would + "added to " + name;
    }
    return previous.get().equals(name)
        ? "already in " + name + ", unchanged"
        : would + "moved from " + previous.get() + " to " + name;
  }

  /** Two lines: where the function belongs and how surely, and what became of the list. */
  public String text() {
    String verdict =
        assignment.novel()
            ? "novel: no grouped function is like it; consider bin/forecaster cluster with it"
            : "not novel";
    String place =
        String.format(
            Locale.ROOT,
            "%s → %s   distance %.2f (group radius %.2f), next %s at %.2f   %s",
            assignment.function(),
            assignment.group().name(),
            assignment.distance(),
            assignment.group().radius(),
            assignment.second().name(),
            assignment.secondDistance(),
            verdict);
    String history =
        kept.map(file -> " (previous version kept as " + file.getFileName() + ")").orElse("");
    return place + "\n" + list.getFileName() + ": " + change() + history;
  }
}
