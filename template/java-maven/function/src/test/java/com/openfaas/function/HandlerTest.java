package com.openfaas.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.openfaas.model.AbstractHandler;
import com.openfaas.model.IResponse;
import com.openfaas.model.Request;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class HandlerTest {
  @Test
  void greetsWhoeverTheBodyNames() {
    IResponse response = new Handler().Handle(new Request("World", Map.of()));

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getBody()).isEqualTo("Hello, World");
  }

  @Test
  void needsNoBody() {
    assertThat(new Handler().Handle(new Request("", Map.of())).getBody())
        .isEqualTo("Hello, OpenFaaS");
  }

  @Test
  void isFoundByTheEntrypoint() {
    assertThat(ServiceLoader.load(AbstractHandler.class)).hasExactlyElementsOfTypes(Handler.class);
  }
}
