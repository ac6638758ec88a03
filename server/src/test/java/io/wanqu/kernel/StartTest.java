package io.wanqu.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WanquTest
class StartTest {

    @Autowired
    private Ids ids;

    @Test
    void starts_and_makes_rising_identifiers() {
        var first = ids.next();

        assertThat(ids.next()).isGreaterThan(first);
    }
}
