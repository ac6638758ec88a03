-- The secret that an authenticator shares with us. The last step is the newest code that was taken: none is taken twice.
create table identity.totp (
    account_id bigint primary key references identity.account (id),
    secret     bytea,
    pending    bytea,
    last_step  bigint not null default 0
);

-- For when the authenticator is lost; each is good once.
create table identity.recovery_code (
    account_id bigint      not null references identity.account (id),
    hash       bytea       not null check (length(hash) = 16),
    used_at    timestamptz,
    primary key (account_id, hash)
);
