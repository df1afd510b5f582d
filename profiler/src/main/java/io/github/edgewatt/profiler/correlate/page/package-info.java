/** The findings as a page that needs no network, and as tables. */
package io.github.edgewatt.profiler.correlate.page;
