create table identity.token (
    shop_id      bigint      not null,
    id           bigint      not null,
    name         text        not null check (length(name) between 1 and 60),
    hash         bytea       not null check (length(hash) = 32),
    scopes       text[]      not null,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    primary key (shop_id, id)
);

select kernel.guard_shop('identity.token');

-- Whoever presents a token is looked up before the shop is known.
create unique index token_hash on identity.token (hash);
