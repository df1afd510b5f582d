package io.github.edgewatt.weights.policy;

/** How far a gateway may send requests: upstream's two entry points. */
public enum Scope {
  /** To pods of its own zone, and to other zones through their gateways. */
  GLOBAL,
  /** To pods of its own zone only. */
  ZONE
}
