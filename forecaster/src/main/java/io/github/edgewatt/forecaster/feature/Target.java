package io.github.edgewatt.forecaster.feature;

/** What is forecast of a node, always as the increase over its figures at rest. */
public enum Target {
  CPU("cpu", "% of one core"),
  RAM("ram", "bytes"),
  RAM_PERCENT("ram-percent", "% of all memory"),
  POWER("power", "W");

  private final String text;
  private final String unit;

  Target(String text, String unit) {
    this.text = text;
    this.unit = unit;
  }

  /** The word that stands in files and tables. */
  public String text() {
    return text;
  }

  public String unit() {
    return unit;
  }

  /** The figure at rest. */
  public double of(Idle idle) {
    return switch (this) {
      case CPU -> idle.cpuPercent();
      case RAM -> idle.ramBytes();
      case RAM_PERCENT -> idle.ramPercent();
      case POWER -> idle.powerWatts();
    };
  }
}
