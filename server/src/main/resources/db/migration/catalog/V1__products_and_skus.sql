create table catalog.product (
    shop_id     bigint      not null,
    id          bigint      not null,
    title       text        not null check (length(title) between 1 and 120),
    description text        not null check (length(description) <= 20000),
    state       text        not null check (state in ('draft', 'on', 'off')),
    created_at  timestamptz not null default now(),
    changed_at  timestamptz not null default now(),
    primary key (shop_id, id)
);

select kernel.guard_shop('catalog.product');

create index product_on on catalog.product (shop_id, id desc) where state = 'on';

create table catalog.sku (
    shop_id       bigint      not null,
    id            bigint      not null,
    product_id    bigint      not null,
    pool_id       bigint      not null,
    title         text        not null check (length(title) <= 80),
    unit_minor    bigint      not null check (unit_minor between 1 and 1000000000000),
    currency      text        not null check (currency ~ '^[A-Z]{3}$'),
    state         text        not null check (state in ('on', 'off')),
    per_order_max int         not null check (per_order_max between 1 and 1000),
    chooseable    boolean     not null,
    created_at    timestamptz not null default now(),
    changed_at    timestamptz not null default now(),
    primary key (shop_id, id),
    foreign key (shop_id, product_id) references catalog.product (shop_id, id)
);

select kernel.guard_shop('catalog.sku');

create index sku_of_product on catalog.sku (shop_id, product_id, id);
-- The batch core finds SKUs of many shops by their identifiers alone.
create index sku_by_id on catalog.sku (id);
