/** The function {@code scalePlace}: a snapshot in, decisions with reasons out, nothing done. */
package io.github.edgewatt.scaling.funqy;
