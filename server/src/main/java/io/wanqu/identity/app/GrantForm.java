package io.wanqu.identity.app;

import java.security.Principal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization.Token;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.stereotype.Component;

/**
 * Turns what the library holds into what is kept, and back. A secret that was not presented just now is known by its hash
 * alone; a mark that no secret begins with stands for it.
 */
@Component
class GrantForm {

    static final String SHOP = "shop";
    private static final String VERSION = "wanqu.version";
    private static final String HASHED = "sha256:";

    private final Apps apps;

    GrantForm(Apps apps) {
        this.apps = apps;
    }

    Grant toGrant(OAuth2Authorization authorization) {
        OAuth2AuthorizationRequest request = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        String state = authorization.getAttribute(OAuth2ParameterNames.STATE);
        Integer version = authorization.getAttribute(VERSION);
        var app = Long.parseLong(authorization.getRegisteredClientId());
        var shop = request == null ? apps.byId(app).orElseThrow().shop() : ShopId.of(String.valueOf(request.getAdditionalParameters().get(SHOP)));
        return new Grant(shop, authorization.getId(), app, request == null ? null : AccountId.of(authorization.getPrincipalName()),
                authorization.getAuthorizationGrantType().getValue(), authorization.getAuthorizedScopes(),
                request == null ? null : write(request), state == null ? null : hash(state),
                secret(authorization.getToken(OAuth2AuthorizationCode.class)), secret(authorization.getToken(OAuth2AccessToken.class)),
                secret(authorization.getToken(OAuth2RefreshToken.class)), version == null ? 0 : version);
    }

    /** @param presented the secret by which it was found; empty where it was found by its id */
    Optional<OAuth2Authorization> toAuthorization(Grant grant, String presented) {
        return apps.byId(grant.app()).map(app -> {
            var builder = OAuth2Authorization.withRegisteredClient(app.registered())
                    .id(grant.id())
                    .principalName(grant.account() == null ? app.clientId() : grant.account().text())
                    .authorizationGrantType(new AuthorizationGrantType(grant.kind()))
                    .authorizedScopes(grant.scopes())
                    .attribute(VERSION, grant.version());
            if (grant.account() != null && grant.request() != null) {
                builder.attribute(OAuth2AuthorizationRequest.class.getName(), read(app, grant.request()))
                        .attribute(Principal.class.getName(), principal(grant.account()));
            }
            if (grant.state() != null) {
                builder.attribute(OAuth2ParameterNames.STATE, text(grant.state(), presented));
            }
            addTokens(builder, grant, presented);
            return builder.build();
        });
    }

    private static void addTokens(OAuth2Authorization.Builder builder, Grant grant, String presented) {
        if (grant.code().hash() != null) {
            add(builder, new OAuth2AuthorizationCode(text(grant.code().hash(), presented), issued(grant.code()), expires(grant.code())), grant.code());
        }
        if (grant.access().hash() != null) {
            add(builder, new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, text(grant.access().hash(), presented), issued(grant.access()),
                    expires(grant.access()), grant.scopes()), grant.access());
        }
        if (grant.refresh().hash() != null) {
            add(builder, new OAuth2RefreshToken(text(grant.refresh().hash(), presented), issued(grant.refresh()), expires(grant.refresh())),
                    grant.refresh());
        }
    }

    private static void add(OAuth2Authorization.Builder builder, OAuth2Token token, Grant.Secret secret) {
        builder.token(token, facts -> facts.put(Token.INVALIDATED_METADATA_NAME, secret.over()));
    }

    static UsernamePasswordAuthenticationToken principal(AccountId account) {
        return UsernamePasswordAuthenticationToken.authenticated(account.text(), null, List.of());
    }

    private static Grant.Secret secret(@Nullable Token<? extends OAuth2Token> token) {
        return token == null ? Grant.Secret.NONE : new Grant.Secret(hash(token.getToken().getTokenValue()), token.getToken().getIssuedAt(),
                token.getToken().getExpiresAt(), token.isInvalidated());
    }

    private static Instant issued(Grant.Secret secret) {
        return Objects.requireNonNull(secret.issuedAt());
    }

    private static Instant expires(Grant.Secret secret) {
        return Objects.requireNonNull(secret.expiresAt());
    }

    private static byte[] hash(String text) {
        return text.startsWith(HASHED) ? HexFormat.of().parseHex(text.substring(HASHED.length())) : Grants.hash(text);
    }

    private static String text(byte[] hash, String presented) {
        return Arrays.equals(hash, Grants.hash(presented)) ? presented : HASHED + HexFormat.of().formatHex(hash);
    }

    private static String write(OAuth2AuthorizationRequest request) {
        var more = new TreeMap<String, String>();
        request.getAdditionalParameters().forEach((name, value) -> {
            if (value instanceof String text) {
                more.put(name, text);
            }
        });
        return Json.write(new Request(request.getAuthorizationUri(), request.getRedirectUri(), request.getScopes(), request.getState(), more));
    }

    private static OAuth2AuthorizationRequest read(App app, String json) {
        var kept = Json.read(json, Request.class);
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(kept.authorizationUri)
                .clientId(app.clientId())
                .redirectUri(kept.redirectUri)
                .scopes(kept.scopes)
                .state(kept.state)
                .additionalParameters(Map.copyOf(kept.more))
                .build();
    }

    private record Request(String authorizationUri, @Nullable String redirectUri, Set<String> scopes, @Nullable String state,
            Map<String, String> more) {
    }
}
