-- One comparison of a channel's day with ours.
create table channel.reconciliation (
    shop_id     bigint      not null,
    channel_id  bigint      not null,
    day         date        not null,
    state       text        not null check (state in ('done', 'failed')),
    orders      int         not null,
    differences int         not null,
    code        text,
    ran_at      timestamptz not null,
    primary key (shop_id, channel_id, day),
    foreign key (shop_id, channel_id) references channel.channel (shop_id, channel_id)
);

select kernel.guard_shop('channel.reconciliation');

create table channel.difference (
    shop_id       bigint      not null,
    difference_id bigint      not null,
    channel_id    bigint      not null,
    day           date        not null,
    code          text        not null,
    subject       text        not null,
    facts         text        not null,
    action        text        not null check (action in ('take-order', 'write-back', 'refund', 'push-stock', 'explain')),
    state         text        not null default 'open' check (state in ('open', 'repaired', 'explained', 'gone')),
    found_at      timestamptz not null,
    done_by       text,
    note          text,
    primary key (shop_id, difference_id)
);

create unique index difference_once on channel.difference (shop_id, channel_id, day, code, subject) where state = 'open';

select kernel.guard_shop('channel.difference');

-- What a channel keeps of each sale, from a day on.
create table channel.fee (
    shop_id      bigint not null,
    channel_id   bigint not null,
    from_day     date   not null,
    basis_points int    not null check (basis_points between 0 and 10000),
    primary key (shop_id, channel_id, from_day),
    foreign key (shop_id, channel_id) references channel.channel (shop_id, channel_id)
);

select kernel.guard_shop('channel.fee');

-- What a unit cost the shop, from a day on; a SKU without a row has no known cost.
create table channel.unit_cost (
    shop_id    bigint not null,
    sku_id     bigint not null,
    from_day   date   not null,
    cost_minor bigint not null check (cost_minor >= 0),
    primary key (shop_id, sku_id, from_day)
);

select kernel.guard_shop('channel.unit_cost');
