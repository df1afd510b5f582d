/**
 * Puts text, tables and charts into one self-contained HTML page: no scripts to read it, no
 * network, one style sheet inside, readable at 400 and 1,600 pixels, in print and in the dark. Text
 * is escaped here, so callers hand over what they have.
 */
package io.github.edgewatt.charts.page;
