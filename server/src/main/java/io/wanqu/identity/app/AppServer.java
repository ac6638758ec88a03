package io.wanqu.identity.app;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import jakarta.servlet.Filter;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.PublicClientAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.web.OAuth2AuthorizationEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2ClientAuthenticationFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenRevocationEndpointFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** Puts the library's parts together for the paths below /oauth2 and for no others: a sale passes none of these filters. */
@Configuration(proxyBeanMethods = false)
class AppServer {

    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 50;
    private static final Duration KEPT = Duration.ofDays(7);
    /** The consent page says so. */
    private static final Duration ALLOWED_FOR = Duration.ofDays(365);

    @Bean
    FilterRegistrationBean<Filter> oauthFilters(Apps apps, Grants grants, AppTokens tokens, AppDoor door) {
        var clients = new ProviderManager(clientBySecret(apps, grants), new PublicClientAuthenticationProvider(apps, grants));
        var consents = new AskEachTime();
        var server = new ProviderManager(new OAuth2AuthorizationCodeRequestAuthenticationProvider(apps, grants, consents),
                new OAuth2AuthorizationConsentAuthenticationProvider(apps, grants, consents),
                new OAuth2AuthorizationCodeAuthenticationProvider(grants, tokens),
                new OAuth2RefreshTokenAuthenticationProvider(grants, tokens),
                new OAuth2ClientCredentialsAuthenticationProvider(grants, tokens),
                new OAuth2TokenRevocationAuthenticationProvider(grants));
        var authorize = new OAuth2AuthorizationEndpointFilter(server, "/oauth2/authorize");
        authorize.setConsentPage(ConsentController.PAGE);
        var token = post("/oauth2/token");
        var revoke = post("/oauth2/revoke");
        var chain = new FilterChainProxy(new DefaultSecurityFilterChain(PathPatternRequestMatcher.withDefaults().matcher("/oauth2/**"), List.of(
                door, authorize, new OAuth2ClientAuthenticationFilter(clients, new OrRequestMatcher(token, revoke)),
                new OAuth2TokenEndpointFilter(server, "/oauth2/token"), new OAuth2TokenRevocationEndpointFilter(server, "/oauth2/revoke"))));
        var registration = new FilterRegistrationBean<Filter>(chain);
        registration.addUrlPatterns("/oauth2/*");
        registration.setOrder(ORDER);
        return registration;
    }

    /** The door is one of the filters above, and none of its own. */
    @Bean
    FilterRegistrationBean<AppDoor> doorForNothingElse(AppDoor door) {
        var registration = new FilterRegistrationBean<>(door);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    RecurringTask<Void> forgetOldGrants(GrantTable table, Clock clock) {
        return Tasks.recurring("identity.forget-old-grants", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> table.forget(clock.instant().minus(KEPT), clock.instant().minus(ALLOWED_FOR)));
    }

    private static PathPatternRequestMatcher post(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path);
    }

    private static ClientSecretAuthenticationProvider clientBySecret(Apps apps, Grants grants) {
        var provider = new ClientSecretAuthenticationProvider(apps, grants);
        provider.setPasswordEncoder(new HashedSecret());
        return provider;
    }

    /** Secrets of 256 random bits are compared by a plain hash. */
    private static final class HashedSecret implements PasswordEncoder {

        @Override
        public String encode(CharSequence secret) {
            return HexFormat.of().formatHex(Grants.hash(secret.toString()));
        }

        @Override
        public boolean matches(CharSequence secret, String hash) {
            return MessageDigest.isEqual(Grants.hash(secret.toString()), HexFormat.of().parseHex(hash));
        }
    }

    /** What somebody allowed for one shop says nothing about another, so each time is asked. */
    private static final class AskEachTime implements OAuth2AuthorizationConsentService {

        @Override
        public void save(OAuth2AuthorizationConsent consent) {
            // nothing is kept
        }

        @Override
        public void remove(OAuth2AuthorizationConsent consent) {
            // nothing was kept
        }

        @Override
        public @Nullable OAuth2AuthorizationConsent findById(String client, String person) {
            return null;
        }
    }
}
