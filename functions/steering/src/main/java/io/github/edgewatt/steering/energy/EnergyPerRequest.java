package io.github.edgewatt.steering.energy;

/**
 * The energy that one more request costs, in joules, of one snapshot. Functions, nodes and pods are
 * numbered as its index numbers them. What is not known is NaN.
 */
public interface EnergyPerRequest {
  /** Nothing is known. */
  EnergyPerRequest UNKNOWN =
      new EnergyPerRequest() {
        @Override
        public double onNode(int function, int node) {
          return Double.NaN;
        }

        @Override
        public double ofPod(int pod) {
          return Double.NaN;
        }
      };

  /** One more request of a function on a node, more than 0; or NaN. */
  double onNode(int function, int node);

  /** One more request to a pod, more than 0; or NaN. */
  double ofPod(int pod);
}
