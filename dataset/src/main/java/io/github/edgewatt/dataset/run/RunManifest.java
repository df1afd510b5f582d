package io.github.edgewatt.dataset.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What {@code run.json} says of a run.
 *
 * @param schema version of the folder's format, {@link #SCHEMA} for a new run
 * @param runId name of the run and its folder
 * @param arguments the command line, subcommand first
 * @param plan what was asked
 * @param tool what made it
 * @param machine what was measured
 * @param platform where the functions ran: {@code local}, …
 * @param meter where power came from
 * @param counters where CPU and memory came from
 * @param functions the functions and their requests, in plan order
 * @param findings what the doctor found
 * @param startedAt start of the run's first session; stands in file names
 * @param endedAt end of the last session; null while it runs or after it was killed
 * @param exitReason why the last session ended: {@code finished}, {@code interrupted}, …; null as
 *     above
 */
@JsonPropertyOrder({"schema", "runId"})
public record RunManifest(
    int schema,
    String runId,
    List<String> arguments,
    RunPlan plan,
    Tool tool,
    Machine machine,
    String platform,
    Meter meter,
    String counters,
    List<RunFunction> functions,
    List<Finding> findings,
    Instant startedAt,
    Instant endedAt,
    String exitReason) {
  /** The format this version writes, and the newest it reads. */
  public static final int SCHEMA = 1;

  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9][-_.A-Za-z0-9]{0,99}");
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss").withZone(ZoneOffset.UTC);

  public RunManifest {
    if (!RUN_ID.matcher(runId).matches()) {
      throw new IllegalArgumentException("'" + runId + "' cannot name a run");
    }
    arguments = List.copyOf(arguments);
    functions = List.copyOf(functions);
    findings = List.copyOf(findings);
    Objects.requireNonNull(tool, "tool is null");
    Objects.requireNonNull(machine, "machine is null");
    Objects.requireNonNull(platform, "platform is null");
    Objects.requireNonNull(meter, "meter is null");
    Objects.requireNonNull(counters, "counters is null");
    Objects.requireNonNull(startedAt, "startedAt is null");
    List<String> names = functions.stream().map(RunFunction::name).toList();
    if (!names.equals(plan.functions())) {
      throw new IllegalArgumentException(
          "the plan names " + plan.functions() + " but the functions are " + names);
    }
  }

  /** A run id from its start, {@code 2026-11-22T10-15-00}, in UTC so that names sort by time. */
  public static String runIdAt(Instant startedAt) {
    return ID.format(startedAt);
  }

  /** The start as it stands in file names, {@code 2026-11-22_10-15-00}, in UTC. */
  public String timestamp() {
    return TIMESTAMP.format(startedAt);
  }

  /** The same run, ended. */
  public RunManifest ended(Instant at, String reason) {
    return with(plan, counters, findings, at, reason);
  }

  /** The same run, going on in a new session with its own budget and the doctor's new findings. */
  public RunManifest resumed(Duration budget, List<Finding> newFindings) {
    return with(plan.withBudget(budget), counters, newFindings, null, null);
  }

  /** The same run, with what is known of its counters now. */
  public RunManifest counted(String newCounters) {
    return with(plan, newCounters, findings, endedAt, exitReason);
  }

  private RunManifest with(
      RunPlan newPlan,
      String newCounters,
      List<Finding> newFindings,
      Instant newEnd,
      String newReason) {
    return new RunManifest(
        schema,
        runId,
        arguments,
        newPlan,
        tool,
        machine,
        platform,
        meter,
        newCounters,
        functions,
        newFindings,
        startedAt,
        newEnd,
        newReason);
  }

  /**
   * What forbids going on with this run as {@code other}: every field of plan (its budget apart),
   * functions, machine, platform, meter and tool version that differs, with both values. Memory
   * counts as equal within 1 %, because a kernel update moves it by some pages.
   *
   * @return one phrase a difference: {@code "plan.maxRate was 50, now 100"}; empty for none
   */
  public List<String> differences(RunManifest other) {
    return ManifestDifferences.between(this, other);
  }
}
