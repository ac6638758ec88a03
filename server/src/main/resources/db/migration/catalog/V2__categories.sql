-- Two levels: a category whose parent has a parent can't be written.
create table catalog.category (
    shop_id      bigint      not null,
    id           bigint      not null,
    parent_id    bigint,
    level        int         not null check (level in (1, 2)),
    parent_level int         generated always as (case when parent_id is null then null else 1 end) stored,
    slug         text        not null check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) <= 60),
    name         text        not null check (length(name) between 1 and 40),
    picture      text        check (picture ~ '^[0-9a-f]{64}$'),
    position     int         not null default 0,
    created_at   timestamptz not null default now(),
    changed_at   timestamptz not null default now(),
    primary key (shop_id, id),
    unique (shop_id, id, level),
    foreign key (shop_id, parent_id, parent_level) references catalog.category (shop_id, id, level),
    constraint level_follows_parent check ((parent_id is null) = (level = 1))
);

select kernel.guard_shop('catalog.category');

create unique index category_slug on catalog.category (shop_id, slug);
create index category_of_parent on catalog.category (shop_id, parent_id, parent_level);

create table catalog.product_category (
    shop_id     bigint not null,
    product_id  bigint not null,
    category_id bigint not null,
    primary key (shop_id, product_id, category_id),
    foreign key (shop_id, product_id) references catalog.product (shop_id, id),
    foreign key (shop_id, category_id) references catalog.category (shop_id, id)
);

select kernel.guard_shop('catalog.product_category');

create index products_of_category on catalog.product_category (shop_id, category_id, product_id desc);
