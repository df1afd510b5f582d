/**
 * Reads datasets: run folders of ours and upstream's own files. Damage is reported with file and
 * line and never stops the reading; what was read says where it stood.
 */
package io.github.edgewatt.dataset.read;
