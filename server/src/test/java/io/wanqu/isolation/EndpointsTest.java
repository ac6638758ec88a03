package io.wanqu.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;

import io.wanqu.isolation.AccessTable.Entry;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** A new endpoint needs a line in src/test/resources/access/table.txt that says who may call it. */
@WanquTest
class EndpointsTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void every_endpoint_has_a_rule_and_every_rule_an_endpoint() {
        var endpoints = new TreeSet<String>();
        mappings.getHandlerMethods().keySet().stream().filter(info -> info.getPathPatternsCondition() != null)
                .forEach(info -> info.getPatternValues().stream().filter(path -> path.startsWith("/api/"))
                        .forEach(path -> methods(info).forEach(method -> endpoints.add(method + " " + path))));

        var ruled = new TreeSet<>(AccessTable.read().stream().map(this::endpoint).toList());
        assertThat(ruled).as("rules in src/test/resources/access/table.txt, and endpoints that there are").isEqualTo(endpoints);
    }

    /** The endpoint that the server itself would choose for this address. */
    private String endpoint(Entry entry) {
        var path = PathContainer.parsePath(entry.samplePath());
        return mappings.getHandlerMethods().keySet().stream()
                .filter(info -> info.getPathPatternsCondition() != null && methods(info).contains(entry.method()))
                .flatMap(info -> info.getPathPatternsCondition().getPatterns().stream())
                .filter(pattern -> pattern.matches(path))
                .min(PathPattern.SPECIFICITY_COMPARATOR)
                .map(pattern -> entry.method() + " " + pattern.getPatternString())
                .orElse("nothing for " + entry);
    }

    private static List<String> methods(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream().map(RequestMethod::name).toList();
    }
}
