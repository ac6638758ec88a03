-- One unit of a currency in the platform's own, times a thousand million; told by somebody, never worked out here.
create table settlement.rate (
    currency  char(3)     not null,
    from_at   timestamptz not null,
    rate_e9   bigint      not null check (rate_e9 > 0),
    source    text        not null check (length(source) between 1 and 200),
    told_by   text        not null,
    told_at   timestamptz not null default now(),
    primary key (currency, from_at)
);

-- The rate of the moment in which an order was paid. An order in the platform's own currency needs none.
create table settlement.order_rate (
    shop_id      bigint      not null,
    order_id     bigint      not null,
    amount_minor bigint      not null,
    currency     char(3)     not null,
    home         char(3)     not null,
    rate_e9      bigint,
    home_minor   bigint,
    source       text,
    paid_at      timestamptz not null,
    primary key (shop_id, order_id),
    constraint rate_or_none check ((rate_e9 is null) = (home_minor is null))
);

create index order_rate_paid on settlement.order_rate (paid_at);

select kernel.guard_shop('settlement.order_rate');
revoke insert, update, delete on settlement.order_rate from wanqu_shop;
