-- Public keys of people's own devices, and what their authenticators said when they were made.
create table identity.passkey (
    credential_id   bytea       primary key check (length(credential_id) between 16 and 1023),
    account_id      bigint      not null references identity.account (id),
    public_key      bytea       not null,
    sign_count      bigint      not null,
    verified        boolean     not null,
    transports      text[]      not null,
    backup_eligible boolean     not null,
    backed_up       boolean     not null,
    attestation     bytea       not null,
    client_data     bytea       not null,
    label           text        not null check (length(label) between 1 and 60),
    created_at      timestamptz not null,
    used_at         timestamptz not null
);

create index passkey_account on identity.passkey (account_id);

-- What a device was asked to sign; the row goes with the answer, so that an answer is good once.
create table identity.challenge (
    hash       bytea       primary key check (length(hash) = 16),
    expires_at timestamptz not null
);

create index challenge_expires on identity.challenge (expires_at);
