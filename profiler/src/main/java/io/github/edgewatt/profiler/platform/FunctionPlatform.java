package io.github.edgewatt.profiler.platform;

import java.util.List;

/** Runs functions somewhere. Not thread-safe: one campaign drives it. */
public interface FunctionPlatform extends AutoCloseable {

  /** {@code local}, {@code openfaas}, … as it stands in {@code run.json}. */
  String name();

  /** Whether replicas are added by load itself: only then does their number tell of an overload. */
  boolean autoscales();

  /**
   * CPU that the platform itself spends on the node for one call, at most, in milliseconds: a
   * gateway's and its provider's work. 0 where calls go straight to the functions.
   */
  default double mostCpuMillisPerCall() {
    return 0;
  }

  /** Whether calls reach functions through a gateway, whose own failures are not theirs. */
  default boolean callsPassAGateway() {
    return false;
  }

  /**
   * Makes exactly these functions be deployed: stops what is not asked for, starts what is missing,
   * keeps what runs and still answers. Returns when each has answered a real call.
   *
   * @return one instance a function, in the order asked
   * @throws PlatformException when a function cannot be started or is not ready in time; what this
   *     call started is stopped again
   */
  List<FunctionInstance> deploy(List<FunctionSpec> functions)
      throws PlatformException, InterruptedException;

  /**
   * What went wrong with deployed functions since {@link #deploy}: {@code "nmap exited with 137"}.
   * Empty while all is well.
   *
   * @throws PlatformException when the platform itself cannot be asked: of the functions that tells
   *     nothing
   */
  List<String> failures() throws PlatformException;

  /** What was left behind by runs that died and was removed when this platform was opened. */
  List<String> cleaned();

  /** Removes everything this platform started. Never throws; safe to call twice. */
  @Override
  void close();
}
