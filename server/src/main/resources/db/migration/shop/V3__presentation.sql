-- How a shop looks, what it says of its sales, and what it recommends; checked by the server before it is written.
create table shop.presentation (
    shop_id        bigint      primary key,
    category       text        not null default '' check (length(category) <= 40),
    display        jsonb       not null,
    marketing      jsonb       not null,
    recommendation jsonb       not null,
    changed_at     timestamptz not null default now()
);

select kernel.guard_shop('shop.presentation');
