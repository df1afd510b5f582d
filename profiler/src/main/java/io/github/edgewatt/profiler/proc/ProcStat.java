package io.github.edgewatt.profiler.proc;

/**
 * One line of {@code /proc/<pid>/stat} (proc_pid_stat(5)), as far as it is needed here. Times are
 * in clock ticks of {@link #TICKS_PER_SECOND}.
 *
 * @param pid process id
 * @param command file name of the executable, at most 15 characters
 * @param state {@code R}, {@code S}, {@code Z}, …
 * @param parentPid the parent's process id
 * @param session session id
 * @param userTicks CPU in user mode
 * @param systemTicks CPU in the kernel
 * @param childUserTicks CPU in user mode of children that ended and were waited for
 * @param childSystemTicks CPU in the kernel of such children
 * @param startTicks when the process started, ticks since boot: with the pid it names a process for
 *     good, because a reused pid starts later
 */
public record ProcStat(
    long pid,
    String command,
    char state,
    long parentPid,
    long session,
    long userTicks,
    long systemTicks,
    long childUserTicks,
    long childSystemTicks,
    long startTicks) {

  /** {@code USER_HZ}: 100 on every Linux architecture a JDK runs on. */
  public static final int TICKS_PER_SECOND = 100;

  /**
   * Reads the line. The command stands in parentheses and may itself hold spaces and parentheses,
   * so fields count from the last closing one.
   *
   * @throws IllegalArgumentException when the line is cut short or not of this form
   */
  public static ProcStat parse(String line) {
    int open = line.indexOf('(');
    int close = line.lastIndexOf(')');
    if (open < 1 || close < open) {
      throw new IllegalArgumentException("not a /proc/<pid>/stat line");
    }
    String[] rest = line.substring(close + 1).strip().split(" ", -1);
    if (rest.length < 20 || rest[0].length() != 1) {
      throw new IllegalArgumentException("a /proc/<pid>/stat line that is cut short");
    }
    return new ProcStat(
        Long.parseLong(line.substring(0, open).strip()),
        line.substring(open + 1, close),
        rest[0].charAt(0),
        Long.parseLong(rest[1]),
        Long.parseLong(rest[3]),
        Long.parseLong(rest[11]),
        Long.parseLong(rest[12]),
        Long.parseLong(rest[13]),
        Long.parseLong(rest[14]),
        Long.parseLong(rest[19]));
  }

  /** CPU of the process itself in seconds, to 10 ms. */
  public double ownSeconds() {
    return (double) (userTicks + systemTicks) / TICKS_PER_SECOND;
  }

  /** CPU of its children that ended, in seconds, to 10 ms. */
  public double endedChildrenSeconds() {
    return (double) (childUserTicks + childSystemTicks) / TICKS_PER_SECOND;
  }
}
