create table ordering.customer_order (
    shop_id          bigint      not null,
    order_id         bigint      not null,
    channel_id       bigint      not null,
    external_id      text,
    state            text        not null
                     check (state in ('placed', 'expired', 'canceled', 'paid', 'paid_late', 'short', 'partial', 'delivered',
                                      'confirmed', 'disputed', 'replaced', 'refunding', 'refunded')),
    payment_state    text        not null default 'unpaid'
                     check (payment_state in ('unpaid', 'paid', 'refunding', 'part_refunded', 'refunded')),
    fulfilment_state text        not null default 'waiting'
                     check (fulfilment_state in ('waiting', 'partial', 'delivered')),
    settlement_state text        not null default 'none'
                     check (settlement_state in ('none', 'frozen', 'released', 'returned')),
    currency         char(3)     not null,
    total_minor      bigint      not null check (total_minor >= 0),
    contact          bytea,
    password_hash    bytea,
    request_key      bytea,
    fingerprint      bytea,
    late             boolean     not null default false,
    placed_at        timestamptz not null default now(),
    paid_at          timestamptz,
    deadline         timestamptz,
    primary key (shop_id, order_id),
    constraint unfinished_has_deadline
        check (state not in ('placed', 'paid', 'paid_late', 'short', 'partial', 'delivered', 'disputed', 'replaced', 'refunding')
               or deadline is not null)
) with (fillfactor = 70);

create unique index order_external on ordering.customer_order (shop_id, channel_id, external_id) where external_id is not null;
create unique index order_request on ordering.customer_order (shop_id, request_key) where request_key is not null;
create index order_deadline on ordering.customer_order (deadline) where deadline is not null;
-- Those who wait are served in the order in which they paid.
create index order_owed on ordering.customer_order (shop_id, paid_at, order_id) where state in ('paid_late', 'short', 'partial');

alter table ordering.customer_order set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 5000);

select kernel.guard_shop('ordering.customer_order');

create table ordering.order_line (
    shop_id       bigint not null,
    order_id      bigint not null,
    line          int    not null,
    external_line text,
    sku_id        bigint not null,
    pool_id       bigint not null,
    name          text   not null,
    quantity      int    not null check (quantity > 0),
    unit_minor    bigint not null check (unit_minor >= 0),
    amount_minor  bigint not null check (amount_minor >= 0),
    chosen        bigint[],
    handed        int    not null default 0,
    state         text   not null default 'waiting' check (state in ('waiting', 'delivered', 'refunding', 'refunded')),
    primary key (shop_id, order_id, line),
    constraint handed_within_quantity check (handed between 0 and quantity)
) with (fillfactor = 70);


select kernel.guard_shop('ordering.order_line');
