-- How fast a pool sells, learned from its counter alone: what a sale costs is not one statement more.
create table inventory.pace (
    shop_id       bigint      not null,
    pool_id       bigint      not null,
    -- The counter of sold units when it was looked at last, and when that was.
    counted       bigint      not null,
    counted_at    timestamptz not null,
    hour          timestamptz not null,
    in_hour       bigint      not null default 0,
    hours_seen    int         not null default 0,
    -- Thousandths of a unit an hour: over all hours, just now, and in each hour of the week (-1: not seen yet).
    overall_milli bigint      not null default 0,
    recent_milli  bigint      not null default 0,
    week_milli    bigint[]    not null check (cardinality(week_milli) = 168),
    primary key (shop_id, pool_id),
    foreign key (shop_id, pool_id) references inventory.pool (shop_id, pool_id)
);

select kernel.guard_shop('inventory.pace');

-- When somebody wants to be told of a pool; no row means the usual.
create table inventory.cover_rule (
    shop_id      bigint not null,
    pool_id      bigint not null,
    lead_hours   int    not null check (lead_hours between 1 and 2160),
    restock_days int    not null check (restock_days between 1 and 365),
    minimum      bigint not null check (minimum >= 0),
    primary key (shop_id, pool_id),
    foreign key (shop_id, pool_id) references inventory.pool (shop_id, pool_id)
);

select kernel.guard_shop('inventory.cover_rule');

create table inventory.stock_alert (
    shop_id     bigint      not null,
    alert_id    bigint      not null,
    pool_id     bigint      not null,
    kind        text        not null check (kind in ('low', 'dry')),
    available   bigint      not null check (available >= 0),
    cover_hours int         check (cover_hours >= 0),
    suggested   bigint      not null check (suggested >= 0),
    opened_at   timestamptz not null,
    closed_at   timestamptz,
    primary key (shop_id, alert_id),
    foreign key (shop_id, pool_id) references inventory.pool (shop_id, pool_id)
);

select kernel.guard_shop('inventory.stock_alert');

create unique index stock_alert_open on inventory.stock_alert (shop_id, pool_id) where closed_at is null;
create index stock_alert_of_pool on inventory.stock_alert (shop_id, pool_id, alert_id);
