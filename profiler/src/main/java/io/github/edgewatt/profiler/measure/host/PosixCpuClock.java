package io.github.edgewatt.profiler.measure.host;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.Optional;

/**
 * The kernel's CPU clock of a process, in nanoseconds: {@code clock_gettime} on the clock id of
 * {@code clock_getcpuclockid(3)}. Where {@code /proc/<pid>/stat} has steps of 10 ms, a function
 * that costs 2 ms a request is seen from its first request on; and one call costs about a
 * microsecond.
 */
final class PosixCpuClock implements ProcessCpuClock {

  /** {@code CPUCLOCK_SCHED}: the scheduler's precise time, of a whole process. */
  private static final int SCHED = 2;

  private static final int PID_SHIFT = 3;

  /** The C library's own function, bound on first use. */
  private static final class Library {
    static final boolean BOUND = bind();

    private Library() {}

    private static boolean bind() {
      try {
        Native.register(Library.class, "c");
        return true;
      } catch (LinkageError e) {
        // No native code may be loaded here (a tmp without exec, a foreign C library).
        return false;
      }
    }

    static native int clock_gettime(int clock, long[] secondsAndNanos);
  }

  private PosixCpuClock() {}

  /** Empty where it cannot be used: not Linux, not 64 bit, no native code. */
  static Optional<ProcessCpuClock> open() {
    if (!Platform.isLinux() || !Platform.is64Bit() || !Library.BOUND) {
      return Optional.empty();
    }
    PosixCpuClock clock = new PosixCpuClock();
    double own = clock.seconds(ProcessHandle.current().pid());
    return own > 0 ? Optional.of(clock) : Optional.empty();
  }

  @Override
  public double seconds(long pid) {
    long[] time = new long[2];
    int clockId = (~(int) pid << PID_SHIFT) | SCHED;
    return Library.clock_gettime(clockId, time) == 0 ? time[0] + time[1] * 1e-9 : Double.NaN;
  }

  @Override
  public String description() {
    return "process CPU clocks (1 ns)";
  }
}
