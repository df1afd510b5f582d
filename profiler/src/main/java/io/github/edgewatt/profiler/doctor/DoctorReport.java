package io.github.edgewatt.profiler.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The findings as plain text.
 *
 * @param findings in the order they were made
 */
public record DoctorReport(List<Finding> findings) {
  private static final int COLUMNS = 100;
  private static final String HEAD = "%-5s %-16s ";
  private static final int INDENT = HEAD.formatted("", "").length();

  public DoctorReport {
    findings = List.copyOf(findings);
  }

  /** How bad the worst is. */
  public Finding.Status worst() {
    return findings.stream()
        .map(Finding::status)
        .max(Finding.Status::compareTo)
        .orElse(Finding.Status.OK);
  }

  /** All findings with their advice, at most 100 columns wide, then the count. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Finding finding : findings) {
      String head = HEAD.formatted(finding.status().text(), finding.check());
      wrap(lines, head, finding.message());
      if (!finding.advice().isEmpty()) {
        wrap(lines, " ".repeat(INDENT), "→ " + finding.advice());
      }
    }
    lines.add("");
    lines.add(count());
    return lines;
  }

  /** One line for the head of a run: {@code 10 ok, 2 warnings: turbo on, governor unknown}. */
  public String summary() {
    String notable =
        findings.stream()
            .filter(finding -> finding.status() != Finding.Status.OK)
            .sorted((a, b) -> b.status().compareTo(a.status()))
            .map(Finding::headline)
            .collect(Collectors.joining(", "));
    return notable.isEmpty() ? count() : count() + ": " + notable;
  }

  private String count() {
    List<String> parts = new ArrayList<>();
    parts.add(number(Finding.Status.OK) + " ok");
    long warnings = number(Finding.Status.WARN);
    if (warnings > 0) {
      parts.add(warnings + (warnings == 1 ? " warning" : " warnings"));
    }
    long failures = number(Finding.Status.FAIL);
    if (failures > 0) {
      parts.add(failures + (failures == 1 ? " failure" : " failures"));
    }
    return String.join(", ", parts);
  }

  private long number(Finding.Status status) {
    return findings.stream().filter(finding -> finding.status() == status).count();
  }

  private static void wrap(List<String> lines, String head, String text) {
    StringBuilder line = new StringBuilder(head);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > COLUMNS) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(INDENT));
        empty = true;
      }
      // A word wider than the column, a path perhaps, is cut rather than left out.
      String rest = word;
      line.append(empty ? "" : " ");
      while (line.length() + rest.length() > COLUMNS) {
        int room = COLUMNS - line.length();
        lines.add(line + rest.substring(0, room));
        rest = rest.substring(room);
        line = new StringBuilder(" ".repeat(INDENT));
      }
      line.append(rest);
      empty = false;
    }
    lines.add(line.toString());
  }
}
