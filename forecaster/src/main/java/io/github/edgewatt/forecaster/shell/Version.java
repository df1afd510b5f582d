package io.github.edgewatt.forecaster.shell;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest, and the commit the launcher tells. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"edgewatt " + Home.tool().version() + " (" + Home.tool().commit() + ")"};
  }
}
