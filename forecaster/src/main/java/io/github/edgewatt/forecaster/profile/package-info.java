/**
 * What a function costs alone: its curves over the rate, and the first forecast of a mix as the sum
 * of them. The profiler's adaptive design asks this package where a mix is likely to overload.
 */
package io.github.edgewatt.forecaster.profile;
