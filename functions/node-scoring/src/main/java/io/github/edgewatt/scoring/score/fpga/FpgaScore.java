package io.github.edgewatt.scoring.score.fpga;

/**
 * One node under the policy.
 *
 * @param score 0 (worst) to 100 (best); NaN where the policy cannot judge the node
 * @param why what stands out; empty where nothing does
 */
public record FpgaScore(double score, String why) {}
