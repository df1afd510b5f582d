/**
 * What a function costs alone, for three who ask: learners ({@code Profiles} of {@code
 * CostProfile}), people ({@code CostFigures}), and the profiler's adaptive design, which wants to
 * know where a mix is likely to overload ({@code SoloProfile} and their sum, {@code MixForecast}).
 * Pure arithmetic over rows.
 */
package io.github.edgewatt.forecaster.profile;
