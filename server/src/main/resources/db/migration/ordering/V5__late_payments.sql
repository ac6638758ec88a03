-- What a shop wants done with money that comes for an order which its buyer had canceled; without a row it is served if stock is left.
create table ordering.late_rule (
    shop_id    bigint      not null primary key,
    canceled   text        not null check (canceled in ('serve', 'refund')),
    changed_by text        not null,
    changed_at timestamptz not null default now()
);

select kernel.guard_shop('ordering.late_rule');
