create table pricing.price_list (
    shop_id    bigint      not null,
    sku_id     bigint      not null,
    version    bigint      not null,
    changed_at timestamptz not null default now(),
    primary key (shop_id, sku_id)
);

select kernel.guard_shop('pricing.price_list');

create table pricing.price (
    shop_id      bigint      not null,
    sku_id       bigint      not null,
    position     int         not null,
    name         text        not null check (length(name) between 1 and 60),
    channel_id   bigint,
    min_quantity int         not null check (min_quantity between 1 and 1000),
    unit_minor   bigint      not null check (unit_minor between 1 and 1000000000000),
    valid_from   timestamptz,
    valid_to     timestamptz,
    primary key (shop_id, sku_id, position),
    foreign key (shop_id, sku_id) references pricing.price_list (shop_id, sku_id),
    check (valid_from < valid_to)
);

select kernel.guard_shop('pricing.price');
