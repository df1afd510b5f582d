/**
 * The pod that somebody asks about: Kubernetes' own JSON or YAML, or the few figures that matter.
 */
package io.github.edgewatt.scoring.pod;
