package io.wanqu.shop.domain;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Name servers that know what a test writes. */
@Primary
@Component
class FakeRecords implements DomainRecords {

    private final Map<String, String> texts = new ConcurrentHashMap<>();

    void write(String name, String text) {
        texts.put(name, text);
    }

    @Override
    public List<String> texts(String name) {
        var text = texts.get(name);
        return text == null ? List.of() : List.of("v=spf1 -all", text);
    }
}
