package com.openfaas.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.openfaas.model.IResponse;
import com.openfaas.model.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandlerTest {
  private static final String OF_ABC =
      "{\"algorithm\":\"SHA-256\",\"digest\":"
          + "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\",\"bytes\":3}";

  @Test
  void answersTextAndJsonAsItsTwinDoes() {
    assertThat(call("text/plain", "abc").getBody()).isEqualTo(OF_ABC);
    assertThat(call("application/json", "{\"text\":\"abc\"}").getBody()).isEqualTo(OF_ABC);
    assertThat(call("text/plain", "").getBody()).contains("\"bytes\":5");
  }

  @Test
  void refusesWhatItCannotRead() {
    IResponse unknown = call("application/json", "{\"algorithm\":\"MD5\"}");
    assertThat(unknown.getStatusCode()).isEqualTo(400);
    assertThat(unknown.getBody()).contains("algorithm must be one of");
    assertThat(call("application/json", "{").getStatusCode()).isEqualTo(400);
  }

  private static IResponse call(String type, String body) {
    return new Handler().Handle(new Request(body, Map.of("Content-type", type)));
  }
}
