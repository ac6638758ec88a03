package io.wanqu.identity.passkey;

import java.nio.ByteBuffer;

import io.wanqu.identity.account.Account;
import io.wanqu.identity.account.Accounts;
import io.wanqu.kernel.AccountId;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Accounts as authenticators know them: by number, which says nothing about the person. */
@Component
class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {

    private final Accounts accounts;

    PasskeyUsers(Accounts accounts) {
        this.accounts = accounts;
    }

    static Bytes handle(AccountId account) {
        return new Bytes(ByteBuffer.allocate(Long.BYTES).putLong(account.value()).array());
    }

    static AccountId account(Bytes handle) {
        return new AccountId(ByteBuffer.wrap(handle.getBytes()).getLong());
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return id.getBytes().length == Long.BYTES ? accounts.find(account(id)).map(PasskeyUsers::entity).orElse(null) : null;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String number) {
        return accounts.find(AccountId.of(number)).map(PasskeyUsers::entity).orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new IllegalStateException("accounts are opened elsewhere");
    }

    @Override
    public void delete(Bytes id) {
        throw new IllegalStateException("accounts are closed elsewhere");
    }

    private static PublicKeyCredentialUserEntity entity(Account account) {
        var contact = account.mail() == null ? account.phone() : account.mail();
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(account.id()))
                .name(contact == null ? account.name() : contact.text())
                .displayName(account.name())
                .build();
    }
}
