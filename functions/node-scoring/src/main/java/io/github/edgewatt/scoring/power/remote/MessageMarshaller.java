package io.github.edgewatt.scoring.power.remote;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.InputStream;

/** Puts messages on the wire and takes them off it. */
record MessageMarshaller<M extends MessageLite>(Parser<M> parser)
    implements MethodDescriptor.Marshaller<M> {
  @Override
  public InputStream stream(M message) {
    return message.toByteString().newInput();
  }

  @Override
  public M parse(InputStream stream) {
    try {
      return parser.parseFrom(stream);
    } catch (InvalidProtocolBufferException e) {
      throw Status.INTERNAL
          .withDescription("the answer is no PredictResponse")
          .withCause(e)
          .asRuntimeException();
    }
  }
}
