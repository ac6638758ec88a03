package io.wanqu.identity.passkey;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import com.webauthn4j.util.exception.WebAuthnException;

import io.wanqu.identity.account.Account;
import io.wanqu.identity.account.Accounts;
import io.wanqu.kernel.AccountId;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds passkeys and signs people in with them. The device must know its owner by finger, face or number, so a passkey alone
 * is two factors; the challenge is good once, for the device that it was given to.
 */
@Component
public class Passkeys {

    private static final JsonMapper MAPPER = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> NEW = new TypeReference<>() {
    };
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> KNOWN = new TypeReference<>() {
    };
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {
    };
    private static final AuthenticatorSelectionCriteria KNOWS_ITS_OWNER = AuthenticatorSelectionCriteria.builder()
            .userVerification(UserVerificationRequirement.REQUIRED)
            .residentKey(ResidentKeyRequirement.REQUIRED)
            .build();

    private final PasskeyTable table;
    private final PasskeyUsers users;
    private final Challenges challenges;
    private final Accounts accounts;
    private final PublicKeyCredentialRpEntity party;
    private final Webauthn4JRelyingPartyOperations operations;

    Passkeys(PasskeyTable table, PasskeyUsers users, Challenges challenges, Accounts accounts, PasskeySettings settings) {
        this.table = table;
        this.users = users;
        this.challenges = challenges;
        this.accounts = accounts;
        this.party = PublicKeyCredentialRpEntity.builder().id(settings.party()).name("Wanqu").build();
        this.operations = new Webauthn4JRelyingPartyOperations(users, table, party, Set.of(settings.origin()));
        operations.setCustomizeCreationOptions(options -> options.authenticatorSelection(KNOWS_ITS_OWNER));
        operations.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    }

    public boolean anyOf(AccountId account) {
        return table.anyOf(account);
    }

    public List<Listed> of(AccountId account) {
        return table.findByUserId(PasskeyUsers.handle(account)).stream()
                .map(key -> new Listed(key.getCredentialId().toBase64UrlString(), key.getLabel(), key.isBackupState(), key.getCreated(), key.getLastUsed()))
                .toList();
    }

    /** What a browser needs to make one, as the standard names it. */
    public Map<String, Object> askForNew(AccountId account, String device) {
        var options = operations.createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(
                UsernamePasswordAuthenticationToken.authenticated(account.text(), null, List.of())));
        challenges.put(options.getChallenge().getBytes(), account, device);
        return MAPPER.convertValue(options, FIELDS);
    }

    public void add(AccountId account, String device, String label, Map<String, Object> answer) {
        checked(() -> {
            var credential = MAPPER.convertValue(answer, NEW);
            var challenge = challengeIn(credential.getResponse().getClientDataJSON());
            if (!challenges.take(challenge.getBytes(), account, device)) {
                throw new PasskeyProblem.WrongPasskey();
            }
            return operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(asked(account, challenge),
                    new RelyingPartyPublicKey(credential, label)));
        });
    }

    private PublicKeyCredentialCreationOptions asked(AccountId account, Bytes challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .challenge(challenge)
                .rp(party)
                .user(users.findByUsername(account.text()))
                .pubKeyCredParams(PublicKeyCredentialParameters.EdDSA, PublicKeyCredentialParameters.ES256, PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(KNOWS_ITS_OWNER)
                .build();
    }

    /** What a browser needs to sign in with any passkey that it has for us. */
    public Map<String, Object> askForAny(String device) {
        var options = operations.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        challenges.put(options.getChallenge().getBytes(), null, device);
        return MAPPER.convertValue(options, FIELDS);
    }

    /** The account whose passkey has signed. */
    public Account signedBy(String device, Map<String, Object> answer) {
        return checked(() -> {
            var credential = MAPPER.convertValue(answer, KNOWN);
            var challenge = challengeIn(credential.getResponse().getClientDataJSON());
            if (!challenges.take(challenge.getBytes(), null, device)) {
                throw new PasskeyProblem.WrongPasskey();
            }
            var options = PublicKeyCredentialRequestOptions.builder()
                    .challenge(challenge)
                    .rpId(party.getId())
                    .userVerification(UserVerificationRequirement.REQUIRED)
                    .build();
            var user = operations.authenticate(new RelyingPartyAuthenticationRequest(options, credential));
            return accounts.find(PasskeyUsers.account(user.getId())).orElseThrow(PasskeyProblem.WrongPasskey::new);
        });
    }

    public void remove(AccountId account, String credential) {
        if (!table.remove(account, checked(() -> Base64.getUrlDecoder().decode(credential)))) {
            throw new PasskeyProblem.UnknownPasskey();
        }
    }

    private static Bytes challengeIn(Bytes clientData) {
        var challenge = MAPPER.readTree(clientData.getBytes()).path("challenge").asString("");
        return Bytes.fromBase64(challenge);
    }

    /** Whatever is wrong with an answer, it is the wrong answer. */
    private static <T> T checked(Supplier<T> work) {
        try {
            return work.get();
        } catch (WebAuthnException | IllegalArgumentException | JacksonException | NullPointerException e) {
            throw new PasskeyProblem.WrongPasskey();
        }
    }

    /** A passkey as its owner sees it in a list. */
    public record Listed(String id, String label, boolean backedUp, Instant createdAt, Instant usedAt) {
    }
}
