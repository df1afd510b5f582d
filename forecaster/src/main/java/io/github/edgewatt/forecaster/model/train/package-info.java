/**
 * Makes models: fits the physics, grows forests and ridges over its features, picks by grouped
 * cross-validation and measures the intervals. The one place, beside the grouping of functions,
 * that knows a learner's library; what it makes is arrays of {@code model}.
 */
package io.github.edgewatt.forecaster.model.train;
