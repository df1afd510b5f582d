/** Decisions, and what is remembered between them, as JSON. */
package io.github.edgewatt.scaling.json;
