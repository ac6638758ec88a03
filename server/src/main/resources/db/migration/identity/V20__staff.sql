-- Who works for which shop, as what, and on which of its channels (null: all). The platform's own people work for shop 0.
create table identity.staff (
    shop_id    bigint      not null,
    account_id bigint      not null references identity.account (id),
    role       text        not null check (role in ('owner', 'manager', 'support', 'accountant', 'viewer')),
    channels   bigint[],
    added_at   timestamptz not null default now(),
    primary key (shop_id, account_id)
);

select kernel.guard_shop('identity.staff');

-- Whoever signs in is asked where he works before any shop is known.
create index staff_account on identity.staff (account_id);
