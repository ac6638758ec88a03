create table kernel.data_key (
    shop_id    bigint      not null,
    purpose    text        not null check (purpose in ('seal', 'hash')),
    keyset     bytea       not null,
    changed_at timestamptz not null default now(),
    primary key (shop_id, purpose)
);
