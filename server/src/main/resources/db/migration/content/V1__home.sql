-- What a shop's first page shows, from above; checked by the server before it is written. No row: it is made from the catalog.
create table content.home (
    shop_id    bigint      primary key,
    version    bigint      not null,
    home       jsonb       not null,
    changed_by text        not null,
    changed_at timestamptz not null default now()
);

select kernel.guard_shop('content.home');
