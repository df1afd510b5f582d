package io.github.edgewatt.forecaster.cluster;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.edgewatt.dataset.DatasetException;
import java.util.List;

/** How a function becomes a point: fitted once on the grouped functions, then kept. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = GridEmbedding.class, name = "upstream"),
  @JsonSubTypes.Type(value = MarginalEmbedding.class, name = "marginal")
})
public sealed interface Embedding permits GridEmbedding, MarginalEmbedding {
  /** The two ways. */
  enum Kind {
    UPSTREAM,
    MARGINAL
  }

  /** Fits the way called {@code kind} to {@code functions}. */
  static Embedding fit(Kind kind, List<SoloSamples> functions) throws DatasetException {
    return switch (kind) {
      case UPSTREAM -> GridEmbedding.fit(functions);
      case MARGINAL -> MarginalEmbedding.fit(functions);
    };
  }

  /**
   * The function's point, scaled as the grouped functions were.
   *
   * @throws DatasetException where the function lacks what the points are made of
   */
  double[] point(SoloSamples function) throws DatasetException;

  /** The function's figures before they are reduced to a point; as {@link #point}. */
  double[] vector(SoloSamples function) throws DatasetException;

  /** How many coordinates a point has. */
  int dimensions();

  /** The columns or features left out because a function had none of their figures. */
  List<String> leftOut();
}
