package io.github.edgewatt.forecaster.model;

/** What is forecast of a function in a mix. */
public enum FunctionTarget {
  CPU("cpu", "% of one core"),
  RAM("ram", "bytes"),
  POWER("power", "W"),
  LATENCY("latency", "s");

  private final String text;
  private final String unit;

  FunctionTarget(String text, String unit) {
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
}
