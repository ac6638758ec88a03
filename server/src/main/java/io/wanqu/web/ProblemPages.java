package io.wanqu.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the page of a problem, where the {@code type} of every problem points. */
@RestController
@Hidden
class ProblemPages {

    private static final String CODE = "[a-z-]+\\.[a-z-]+";

    @GetMapping("/problems/{code:" + CODE + "}")
    ResponseEntity<String> page(@PathVariable String code) throws IOException {
        var page = new ClassPathResource("docs/problems/" + code + ".md");
        if (!page.exists()) {
            throw new WebProblem.NoSuchPage();
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(page.getContentAsString(StandardCharsets.UTF_8));
    }
}
