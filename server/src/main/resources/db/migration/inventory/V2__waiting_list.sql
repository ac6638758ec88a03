-- Who waits for stock without having paid; first come, first served.
create table inventory.waiting (
    shop_id     bigint      not null,
    waiting_id  bigint      not null,
    pool_id     bigint      not null,
    channel_id  bigint      not null,
    quantity    int         not null check (quantity > 0),
    person      bigint      not null,
    contact     bytea       not null,
    state       text        not null default 'waiting' check (state in ('waiting', 'offered', 'taken', 'lapsed', 'left')),
    offer_until timestamptz,
    asked_at    timestamptz not null default now(),
    primary key (shop_id, waiting_id),
    foreign key (shop_id, pool_id) references inventory.pool (shop_id, pool_id)
);

create unique index waiting_once on inventory.waiting (shop_id, pool_id, person) where state in ('waiting', 'offered');
create index waiting_pool on inventory.waiting (shop_id, pool_id, waiting_id);
create index waiting_offer on inventory.waiting (offer_until) where state = 'offered';

select kernel.guard_shop('inventory.waiting');
