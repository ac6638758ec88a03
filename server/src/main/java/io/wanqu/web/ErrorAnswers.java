package io.wanqu.web;

import java.util.Map;

import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.Problem;
import io.wanqu.kernel.database.LostConnection;

import io.swagger.v3.oas.annotations.Hidden;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what went wrong outside every controller in the same form. */
@RestController
@Hidden
class ErrorAnswers implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorAnswers.class);

    private final ProblemAnswers answers;

    ErrorAnswers(ProblemAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        return answers.answer(problem(request), request);
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception exception) {
            if (exception.getCause() instanceof Problem problem) {
                return problem;
            }
            if (LostConnection.caused(exception)) {
                return new KernelProblem.DatabaseAway();
            }
            log.error("a request failed outside its controller", exception);
            return new WebProblem.Unexpected();
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (status == null || Integer.valueOf(404).equals(status)) {
            return new WebProblem.NoSuchPage();
        }
        return status instanceof Integer number && number >= 500 ? new WebProblem.Unexpected() : new WebProblem.MalformedRequest();
    }
}
