package io.github.edgewatt.scoring.score.base;

/** What scores lie between. */
public final class Scale {
  public static final double WORST = 0;

  /** Says nothing about a node. */
  public static final double NEUTRAL = 50;

  public static final double BEST = 100;

  private Scale() {}
}
