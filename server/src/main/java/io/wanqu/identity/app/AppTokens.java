package io.wanqu.identity.app;

import java.time.Clock;

import io.wanqu.identity.secret.SecretText;
import io.wanqu.identity.secret.SecretText.Mark;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/** Draws tokens for programs: texts that say nothing, so there is nothing in them to forge. */
@Component
class AppTokens implements OAuth2TokenGenerator<OAuth2Token> {

    private final Clock clock;

    AppTokens(Clock clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2Token generate(OAuth2TokenContext context) {
        var now = clock.instant();
        var settings = context.getRegisteredClient().getTokenSettings();
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, SecretText.draw(Mark.ACCESS).secret(), now,
                    now.plus(settings.getAccessTokenTimeToLive()), context.getAuthorizedScopes());
        }
        var keepsNoSecret = context.getRegisteredClient().getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE);
        return keepsNoSecret ? null : new OAuth2RefreshToken(SecretText.draw(Mark.REFRESH).secret(), now, now.plus(settings.getRefreshTokenTimeToLive()));
    }
}
