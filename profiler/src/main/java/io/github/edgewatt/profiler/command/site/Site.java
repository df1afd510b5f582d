package io.github.edgewatt.profiler.command.site;

import io.github.edgewatt.forecaster.shell.UsageException;
import io.github.edgewatt.profiler.platform.FunctionSpec;
import io.github.edgewatt.profiler.platform.PlatformException;
import java.util.List;

/** Where a run's functions live, before anything is started there. */
public interface Site {

  /** The functions that are profiled when none is named. */
  List<String> defaultFunctions() throws UsageException, PlatformException;

  /** The functions named, in that order; refuses one that there is not. */
  List<FunctionSpec> functions(List<String> names) throws UsageException, PlatformException;

  /**
   * Brings the platform and the meters up.
   *
   * @throws UsageException when what was asked cannot be done there
   * @throws PlatformException when something there does not answer
   */
  OpenSite open(SiteRequest request) throws UsageException, PlatformException, InterruptedException;
}
