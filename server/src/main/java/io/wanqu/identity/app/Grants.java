package io.wanqu.identity.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.wanqu.identity.app.GrantTable.Kind;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what programs were let do for the library that speaks OAuth; of codes and tokens it keeps hashes alone. */
@Component
class Grants implements OAuth2AuthorizationService {

    private final GrantTable table;
    private final GrantForm form;
    private final Clock clock;

    Grants(GrantTable table, GrantForm form, Clock clock) {
        this.table = table;
        this.form = form;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void save(OAuth2Authorization authorization) {
        var grant = form.toGrant(authorization);
        if (grant.version() == 0) {
            table.add(grant, clock.instant());
        } else if (!table.change(grant)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        table.remove(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return table.byId(id).flatMap(grant -> form.toAuthorization(grant, "")).orElse(null);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        var hash = hash(token);
        var found = kinds(type).stream().map(kind -> table.by(kind, hash)).flatMap(Optional::stream).findFirst();
        if (found.isEmpty() && OAuth2TokenType.REFRESH_TOKEN.equals(type)) {
            table.removeReplayed(hash);
        }
        return found.flatMap(grant -> form.toAuthorization(grant, token)).orElse(null);
    }

    private static List<Kind> kinds(@Nullable OAuth2TokenType type) {
        return type == null ? Arrays.asList(Kind.values()) : switch (type.getValue()) {
            case "state" -> List.of(Kind.STATE);
            case "code" -> List.of(Kind.CODE);
            case "access_token" -> List.of(Kind.ACCESS);
            case "refresh_token" -> List.of(Kind.REFRESH);
            default -> List.of();
        };
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Objects.requireNonNull(token).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
