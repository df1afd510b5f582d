package io.github.edgewatt.profiler.experiment.deploy;

import io.github.edgewatt.dataset.DatasetException;
import io.github.edgewatt.profiler.experiment.stage.StageException;
import java.util.List;
import java.util.Map;

/** An experiment's consumers: processes of this machine or pods of a cluster. */
public interface Fleet {

  /** Starts or scales them and returns when all are ready for images. */
  void up() throws DatasetException, StageException, InterruptedException;

  /** The addresses where they tell their metrics; empty where somebody else knows them. */
  List<String> metrics();

  /** Their process ids by name; empty where they are not of this machine. */
  Map<String, Long> pids();

  /** Why there is no CPU figure of theirs; empty where there is one. */
  String unseen();

  /** Lines about those that have ended by themselves since the last look. */
  List<String> losses();

  /** Whether none is left. */
  boolean isGone();

  /**
   * Ends what {@link #up} started and no more; never waits without a bound.
   *
   * @return what could not be put back, a line each
   */
  List<String> down() throws DatasetException;
}
