-- A shop that is offered to somebody else: the contact by keyed hash, the secret of the link by hash.
create table shop.transfer (
    shop_id      bigint      not null,
    transfer_id  bigint      not null,
    from_account bigint      not null,
    to_hash      bytea       not null check (length(to_hash) = 16),
    secret       bytea       not null check (length(secret) = 32),
    state        text        not null default 'offered' check (state in ('offered', 'accepted', 'withdrawn', 'lapsed')),
    offered_at   timestamptz not null default now(),
    until        timestamptz not null,
    to_account   bigint,
    ended_at     timestamptz,
    primary key (shop_id, transfer_id),
    check ((state = 'accepted') = (to_account is not null)),
    check ((state = 'offered') = (ended_at is null))
);

create unique index transfer_open on shop.transfer (shop_id) where state = 'offered';
create unique index transfer_secret on shop.transfer (secret);

select kernel.guard_shop('shop.transfer');
