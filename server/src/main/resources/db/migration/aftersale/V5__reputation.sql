-- The facts of ninety days, counted once a day, and what the formula of that day made of them.
create table aftersale.reputation (
    shop_id     bigint      not null,
    day         date        not null,
    formula     int         not null,
    orders      bigint      not null,
    refunded    bigint      not null,
    p95_seconds bigint      not null,
    defective   bigint      not null,
    lost        bigint      not null,
    score       int         not null check (score between 0 and 100),
    level       text        not null check (level in ('new', 'gold', 'good', 'fair', 'watch')),
    counted_at  timestamptz not null,
    primary key (shop_id, day)
);

select kernel.guard_shop('aftersale.reputation');
