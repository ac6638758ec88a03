package io.wanqu.web;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.Problem;
import io.wanqu.kernel.database.LostConnection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.MimeType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Answers every exception of a controller as a problem, and tells nothing about those that nobody expected. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String UNWRITABLE = "22021";

    private final ProblemAnswers answers;

    ProblemAdvice(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Map<String, Object>> answer(Exception exception, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            log.info("an answer broke off: {}", exception.toString());
            return null;
        }
        return answers.answer(problem(exception), request);
    }

    static Problem problem(Exception exception) {
        return switch (exception) {
            case Problem problem -> problem;
            case HttpMessageNotReadableException e -> JsonProblems.of(e.getCause());
            case MethodArgumentTypeMismatchException e -> mismatch(e);
            case MethodArgumentNotValidException e -> invalid(e);
            case HandlerMethodValidationException e -> new KernelProblem.InvalidValue(
                    parameter(e), e.getAllErrors().stream().map(it -> String.valueOf(it.getDefaultMessage())).sorted()
                            .collect(Collectors.joining(", ")));
            case ConstraintViolationException e -> e.getConstraintViolations().stream().findFirst()
                    .<Problem>map(it -> new KernelProblem.InvalidValue(it.getPropertyPath().toString(), it.getMessage()))
                    .orElseGet(WebProblem.MalformedRequest::new);
            case MissingServletRequestParameterException e -> new WebProblem.MissingParameter(e.getParameterName());
            case MissingRequestHeaderException e -> new WebProblem.MissingParameter(e.getHeaderName());
            case MissingRequestValueException e -> new WebProblem.MalformedRequest();
            case HttpRequestMethodNotSupportedException e -> new WebProblem.MethodNotAllowed(e.getMethod(), allowed(e));
            case HttpMediaTypeNotAcceptableException e -> new WebProblem.NotAcceptable(supported(e));
            case HttpMediaTypeException e -> new WebProblem.UnsupportedMediaType(supported(e));
            case MaxUploadSizeExceededException e -> new WebProblem.BodyTooLarge(e.getMaxUploadSize());
            case MultipartException e -> new WebProblem.MalformedRequest();
            case ErrorResponse e when e.getStatusCode().value() == 404 -> new WebProblem.NoSuchPage();
            case ErrorResponse e when e.getStatusCode().is4xxClientError() -> new WebProblem.MalformedRequest();
            case CannotGetJdbcConnectionException e -> new KernelProblem.Overloaded("database");
            case CannotCreateTransactionException e -> new KernelProblem.Overloaded("database");
            case TransientDataAccessException e -> new KernelProblem.Overloaded("database");
            case DataAccessException e when isUnwritable(e) -> new WebProblem.MalformedRequest();
            case Exception e when LostConnection.caused(e) -> new KernelProblem.DatabaseAway();
            default -> unexpected(exception);
        };
    }

    /** A text with a character that no database text can hold; in a path, for bodies are checked. */
    private static boolean isUnwritable(DataAccessException exception) {
        return exception.getMostSpecificCause() instanceof SQLException cause && UNWRITABLE.equals(cause.getSQLState());
    }

    private static Problem unexpected(Exception exception) {
        log.error("a request failed unexpectedly", exception);
        return new WebProblem.Unexpected();
    }

    private static Problem mismatch(MethodArgumentTypeMismatchException exception) {
        for (var cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        var number = exception.getRequiredType() == long.class || exception.getRequiredType() == Long.class;
        if (number && exception.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return new KernelProblem.InvalidId(exception.getName(), String.valueOf(exception.getValue()));
        }
        return new KernelProblem.InvalidValue(exception.getName(), JsonProblems.expected(exception.getRequiredType()));
    }

    private static Problem invalid(MethodArgumentNotValidException exception) {
        var error = exception.getBindingResult().getFieldErrors().stream().findFirst();
        return error.<Problem>map(it -> new KernelProblem.InvalidValue(
                        "/" + it.getField().replace('.', '/').replace('[', '/').replace("]", ""),
                        String.valueOf(it.getDefaultMessage())))
                .orElseGet(WebProblem.MalformedRequest::new);
    }

    private static String parameter(HandlerMethodValidationException exception) {
        return exception.getParameterValidationResults().stream().findFirst()
                .map(result -> String.valueOf(result.getMethodParameter().getParameterName()))
                .orElse("");
    }

    private static String allowed(HttpRequestMethodNotSupportedException exception) {
        var methods = exception.getSupportedMethods();
        return methods == null ? "" : String.join(", ", Arrays.stream(methods).sorted().toList());
    }

    private static String supported(HttpMediaTypeException exception) {
        var types = exception.getSupportedMediaTypes();
        return types.isEmpty() ? MediaType.APPLICATION_JSON_VALUE
                : types.stream().map(MimeType::toString).distinct().sorted().collect(Collectors.joining(", "));
    }
}
