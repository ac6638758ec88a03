-- Programs of others that people let into their shops. Those of the operator's partners belong to shop 0 and may ask every
-- shop; a shop's own may ask that shop alone. A secret of 256 random bits needs no slow hash.
create table identity.app (
    shop_id       bigint      not null,
    id            bigint      not null,
    client_id     text        not null unique,
    secret        bytea       check (length(secret) = 32),
    name          text        not null check (length(name) between 1 and 60),
    redirect_uris text[]      not null,
    scopes        text[]      not null,
    created_at    timestamptz not null,
    revoked_at    timestamptz,
    primary key (shop_id, id)
);

create unique index app_id on identity.app (id);

select kernel.guard_shop('identity.app');

-- What somebody has let a program do in a shop: codes and tokens as hashes. The version counts the
-- changes, so that of two uses of one code or refresh token only one is.
create table identity.app_grant (
    shop_id            bigint      not null,
    id                 text        not null,
    app_id             bigint      not null,
    account_id         bigint      references identity.account (id),
    kind               text        not null check (kind in ('authorization_code', 'client_credentials')),
    scopes             text[]      not null,
    request            text,
    state_hash         bytea       unique,
    code_hash          bytea       unique,
    code_issued_at     timestamptz,
    code_expires_at    timestamptz,
    code_over          boolean     not null default false,
    access_hash        bytea       unique,
    access_issued_at   timestamptz,
    access_expires_at  timestamptz,
    access_over        boolean     not null default false,
    refresh_hash       bytea       unique,
    refresh_before     bytea,
    refresh_issued_at  timestamptz,
    refresh_expires_at timestamptz,
    refresh_over       boolean     not null default false,
    version            int         not null,
    created_at         timestamptz not null,
    primary key (shop_id, id)
);

select kernel.guard_shop('identity.app_grant');

create index app_grant_account on identity.app_grant (account_id);
create index app_grant_app on identity.app_grant (app_id);
create index app_grant_refresh_before on identity.app_grant (refresh_before) where refresh_before is not null;
