/**
 * Which configuration to measure next: candidates, what a light model that needs no trainer expects
 * of them, and one rule that picks among them. The command {@code forecaster suggest} and the
 * profiler's adaptive design both ask it.
 */
package io.github.edgewatt.forecaster.suggest;
