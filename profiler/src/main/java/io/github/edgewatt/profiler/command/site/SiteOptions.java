package io.github.edgewatt.profiler.command.site;

/** The words that say where functions run and what watches them. */
public final class SiteOptions {

  /** The site these words name. */
  public Site choose() {
    return new LocalSite();
  }
}
