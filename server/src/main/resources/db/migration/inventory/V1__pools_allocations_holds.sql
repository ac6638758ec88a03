create table inventory.pool (
    shop_id   bigint      not null,
    pool_id   bigint      not null,
    name      text        not null,
    daily     boolean     not null default false,
    loaded    bigint      not null default 0 check (loaded >= 0),
    available bigint      not null default 0 check (available >= 0),
    held      bigint      not null default 0 check (held >= 0),
    consigned bigint      not null default 0 check (consigned >= 0),
    sold      bigint      not null default 0 check (sold >= 0),
    void      bigint      not null default 0 check (void >= 0),
    waiting   bigint      not null default 0 check (waiting >= 0),
    version   bigint      not null default 0,
    made_at   timestamptz not null default now(),
    primary key (shop_id, pool_id),
    constraint every_unit_is_somewhere check (available + held + consigned + sold + void = loaded)
) with (fillfactor = 50);

select kernel.guard_shop('inventory.pool');

-- What one channel may take from a pool, and what it is told. No row means: shared, all of it.
create table inventory.allocation (
    shop_id    bigint      not null,
    pool_id    bigint      not null,
    channel_id bigint      not null,
    mode       text        not null check (mode in ('shared', 'hard', 'soft')),
    quota      bigint      not null default 0 check (quota >= 0),
    taken      bigint      not null default 0 check (taken >= 0),
    lent       bigint      not null default 0 check (lent >= 0),
    floor      bigint      not null default 0 check (floor >= 0),
    priority   int         not null default 0,
    percent    int         not null default 100 check (percent between 0 and 100),
    buffer     bigint      not null default 0 check (buffer >= 0),
    plus       bigint      not null default 0 check (plus >= 0),
    minimum    bigint      not null default 0 check (minimum >= 0),
    maximum    bigint               check (maximum >= 0),
    delist_at  bigint      not null default 0 check (delist_at >= 0),
    version    bigint      not null default 1,
    primary key (shop_id, pool_id, channel_id),
    foreign key (shop_id, pool_id) references inventory.pool (shop_id, pool_id),
    constraint quota_bounds_taken check (mode <> 'hard' or taken <= quota),
    constraint lends_what_it_has check (mode = 'soft' or lent = 0)
) with (fillfactor = 50);

select kernel.guard_shop('inventory.allocation');

-- Every rule that ever held, and who set it.
create table inventory.allocation_change (
    shop_id    bigint      not null,
    pool_id    bigint      not null,
    channel_id bigint      not null,
    version    bigint      not null,
    rule       jsonb       not null,
    changed_by text        not null,
    changed_at timestamptz not null default now(),
    primary key (shop_id, pool_id, channel_id, version)
);

select kernel.guard_shop('inventory.allocation_change');

-- A promise with a deadline. The row goes when the promise ends; the counters of the pool tell what became of it.
create table inventory.hold (
    shop_id       bigint      not null,
    holder        bigint      not null,
    line          int         not null,
    pool_id       bigint      not null,
    channel_id    bigint      not null,
    quantity      int         not null check (quantity > 0),
    -- A channel's quota begins anew with each rule; what is released counts back only against the rule it was held under.
    from_quota    int         not null default 0 check (from_quota between 0 and quantity),
    quota_version bigint      not null default 0,
    until         timestamptz not null,
    person        bigint,
    device        bigint,
    address       bigint,
    primary key (shop_id, holder, line)
);

create index hold_person on inventory.hold (shop_id, person) where person is not null;
create index hold_device on inventory.hold (shop_id, device) where device is not null;
create index hold_address on inventory.hold (shop_id, address) where address is not null;

alter table inventory.hold set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);

select kernel.guard_shop('inventory.hold');
