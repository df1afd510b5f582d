package io.github.edgewatt.weights.etcd;

import static org.assertj.core.api.Assertions.assertThat;

import io.etcd.jetcd.common.exception.ErrorCode;
import io.etcd.jetcd.common.exception.EtcdExceptionFactory;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EtcdConnectionTest {
  private static boolean broken(ErrorCode code) {
    return EtcdConnection.broken(EtcdExceptionFactory.newEtcdException(code, "said"));
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_FOUND", "PERMISSION_DENIED", "FAILED_PRECONDITION"})
  void anAnswerLeavesTheOthersTheirConnection(ErrorCode code) {
    assertThat(broken(code)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "DEADLINE_EXCEEDED", "UNAUTHENTICATED", "UNKNOWN"})
  void whatMayBeTheConnectionsMakesANewOne(ErrorCode code) {
    assertThat(broken(code)).isTrue();
  }

  @Test
  void whatIsNotEtcdsIsTheConnections() {
    assertThat(EtcdConnection.broken(new IOException("reset"))).isTrue();
  }
}
