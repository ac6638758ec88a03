package io.wanqu.identity.app;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * A program that may ask to be let in.
 *
 * @param shop   whose it is; one of the platform may ask every shop
 * @param secret its hash; null for a program that can't keep one
 */
record App(ShopId shop, long id, String clientId, byte @Nullable [] secret, String name, List<String> redirectUris, Set<Scope> scopes,
        Instant createdAt) {

    private static final Duration CODE_GOOD_FOR = Duration.ofMinutes(2);
    private static final Duration ACCESS_GOOD_FOR = Duration.ofHours(1);
    private static final Duration REFRESH_GOOD_FOR = Duration.ofDays(90);

    boolean mayAsk(ShopId asked) {
        return shop.equals(ShopId.PLATFORM) || shop.equals(asked);
    }

    /** As the library knows it: with proof of possession of the code, with consent each time, with refresh tokens that rotate. */
    RegisteredClient registered() {
        var client = RegisteredClient.withId(Long.toString(id))
                .clientId(clientId)
                .clientName(name)
                .scopes(all -> scopes.forEach(scope -> all.add(scope.text())))
                .clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(true).build())
                .tokenSettings(TokenSettings.builder().accessTokenFormat(OAuth2TokenFormat.REFERENCE).authorizationCodeTimeToLive(CODE_GOOD_FOR)
                        .accessTokenTimeToLive(ACCESS_GOOD_FOR).refreshTokenTimeToLive(REFRESH_GOOD_FOR).reuseRefreshTokens(false).build());
        if (secret == null) {
            client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        } else {
            client.clientSecret(HexFormat.of().formatHex(secret))
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        }
        if (!redirectUris.isEmpty()) {
            client.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                    .redirectUris(all -> all.addAll(redirectUris));
        }
        if (secret != null && !shop.equals(ShopId.PLATFORM)) {
            client.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
        }
        return client.build();
    }

    @Override
    public String toString() {
        return "App[" + clientId + "]";
    }
}
