package io.github.edgewatt.scaling.placement;

import io.github.edgewatt.cluster.snapshot.Resources;

/** Chooses where the next replica goes. */
public interface Placement {
  /**
   * The zone and node for a replica that a zone calls for.
   *
   * @param call who calls for what
   * @param room what nodes have left; not changed
   * @param wanted is set to true, by zone, for the chosen one and for all that would have been
   *     chosen before it, had they room: replicas there are called for
   */
  Spot choose(Call call, Room room, boolean[] wanted);

  /**
   * Of all replicas of a function in a zone that serve, the one to end; its number in the index.
   */
  int victim(int function, int zone);

  /**
   * Where a replica goes.
   *
   * @param zone -1 where no zone has room
   * @param node one that has room
   * @param preferred whether that node is preferred to others with room
   * @param why in a few words, why not the zone that calls; empty where it is that one
   */
  record Spot(int zone, int node, boolean preferred, String why) {
    /** Nowhere. */
    public static final Spot NONE = new Spot(-1, -1, false, "");
  }

  /**
   * A zone calls for a replica.
   *
   * @param function the function
   * @param origin the zone whose gateway is under pressure
   * @param client the zone whose clients make it
   * @param row their row
   * @param asked what the replica asks of a node
   */
  record Call(int function, int origin, int client, int row, Resources asked) {}
}
