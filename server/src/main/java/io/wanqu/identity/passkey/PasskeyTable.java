package io.wanqu.identity.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.wanqu.kernel.AccountId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** The identity.passkey table. Public keys are no secret: whoever reads them can sign nothing. */
@Repository
class PasskeyTable implements UserCredentialRepository {

    private final JdbcClient jdbc;

    PasskeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean anyOf(AccountId account) {
        return jdbc.sql("select exists (select 1 from identity.passkey where account_id = :account)")
            .param("account", account.value())
            .query(Boolean.class)
            .single();
    }

    boolean remove(AccountId account, byte[] credential) {
        return jdbc.sql("delete from identity.passkey where account_id = :account and credential_id = :credential")
            .param("account", account.value())
            .param("credential", credential)
            .update() == 1;
    }

    @Override
    public void delete(Bytes credentialId) {
        jdbc.sql("delete from identity.passkey where credential_id = :credential").param("credential", credentialId.getBytes()).update();
    }

    /** A counter that does not go up is the sign of a copied key; those that never count stay at zero. */
    @Override
    public void save(CredentialRecord record) {
        var saved = jdbc.sql("""
                insert into identity.passkey as kept (credential_id, account_id, public_key, sign_count, verified, transports, backup_eligible,
                       backed_up, attestation, client_data, label, created_at, used_at)
                values (:credential, :account, :key, :count, :verified, :transports, :eligible, :backedUp, :attestation, :clientData, :label,
                       :created, :used)
                    on conflict (credential_id) do update
                   set sign_count = excluded.sign_count, backed_up = excluded.backed_up, used_at = excluded.used_at
                 where kept.account_id = excluded.account_id
                   and (excluded.sign_count > kept.sign_count or excluded.sign_count = 0 and kept.sign_count = 0)
                """)
            .param("credential", record.getCredentialId().getBytes())
            .param("account", PasskeyUsers.account(record.getUserEntityUserId()).value())
            .param("key", record.getPublicKey().getBytes())
            .param("count", record.getSignatureCount())
            .param("verified", record.isUvInitialized())
            .param("transports", record.getTransports().stream().map(AuthenticatorTransport::getValue).sorted().toArray(String[]::new))
            .param("eligible", record.isBackupEligible())
            .param("backedUp", record.isBackupState())
            .param("attestation", bytes(record.getAttestationObject()))
            .param("clientData", bytes(record.getAttestationClientDataJSON()))
            .param("label", record.getLabel())
            .param("created", record.getCreated().atOffset(ZoneOffset.UTC))
            .param("used", record.getLastUsed().atOffset(ZoneOffset.UTC))
            .update();
        if (saved != 1) {
            throw new PasskeyProblem.WrongPasskey();
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return jdbc.sql("""
                select credential_id, account_id, public_key, sign_count, verified, transports, backup_eligible, backed_up, attestation,
                       client_data, label, created_at, used_at
                  from identity.passkey
                 where credential_id = :credential
                """)
            .param("credential", credentialId.getBytes())
            .query((row, n) -> read(row))
            .optional()
            .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return jdbc.sql("""
                select credential_id, account_id, public_key, sign_count, verified, transports, backup_eligible, backed_up, attestation,
                       client_data, label, created_at, used_at
                  from identity.passkey
                 where account_id = :account
                 order by created_at, credential_id
                """)
            .param("account", PasskeyUsers.account(userId).value())
            .query((row, n) -> read(row))
            .list();
    }

    private static CredentialRecord read(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(PasskeyUsers.handle(new AccountId(row.getLong("account_id"))))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("sign_count"))
                .uvInitialized(row.getBoolean("verified"))
                .transports(Arrays.stream((String[]) row.getArray("transports").getArray()).map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .label(row.getString("label"))
                .created(row.getObject("created_at", OffsetDateTime.class).toInstant())
                .lastUsed(row.getObject("used_at", OffsetDateTime.class).toInstant())
                .build();
    }

    private static byte[] bytes(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }
}
