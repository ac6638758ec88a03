-- What one shop lets another shop of the same owner use. The row belongs to the shop that gives.
create table shop.share (
    shop_id    bigint      not null,
    share_id   bigint      not null,
    to_shop    bigint      not null check (to_shop <> shop_id),
    kind       text        not null check (kind in ('pool', 'customers', 'wallet')),
    pool_id    bigint,
    given_by   text        not null,
    reason     text        not null check (length(reason) between 1 and 200),
    given_at   timestamptz not null default now(),
    ended_by   text,
    ended_at   timestamptz,
    primary key (shop_id, share_id),
    check ((kind = 'pool') = (pool_id is not null)),
    check ((ended_at is null) = (ended_by is null))
);

create unique index share_open on shop.share (shop_id, to_shop, kind, coalesce(pool_id, 0)) where ended_at is null;
create index share_to on shop.share (to_shop) where ended_at is null;

select kernel.guard_shop('shop.share');
