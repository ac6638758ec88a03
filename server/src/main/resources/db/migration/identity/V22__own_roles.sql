-- Roles that a shop made for itself, of scopes that their maker held.
create table identity.role (
    shop_id bigint      not null,
    name    text        not null check (name ~ '^[a-z][a-z0-9-]{1,39}$'),
    scopes  text[]      not null check (cardinality(scopes) > 0),
    made_by text        not null,
    made_at timestamptz not null default now(),
    primary key (shop_id, name)
);

select kernel.guard_shop('identity.role');
