-- One row moves an amount from one account to another, so a posting that does not balance cannot be written down.
create table ledger.posting (
    shop_id      bigint      not null,
    posting_id   bigint      not null,
    source       text        not null,
    source_id    bigint      not null,
    debit        text        not null,
    credit       text        not null,
    amount_minor bigint      not null check (amount_minor > 0),
    currency     char(3)     not null,
    posted_at    timestamptz not null default now(),
    primary key (shop_id, posting_id),
    constraint two_accounts check (debit <> credit)
);

-- A source books the same movement once, however often it is told to.
create unique index posting_once on ledger.posting (shop_id, source_id, source, debit, credit);

create function ledger.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception 'the ledger is append-only: write a posting that corrects, change none';
end $$;

create trigger append_only before update or delete on ledger.posting
    for each statement execute function ledger.refuse_change();

create trigger never_emptied before truncate on ledger.posting
    for each statement execute function ledger.refuse_change();

select kernel.guard_shop('ledger.posting');
revoke update, delete on ledger.posting from wanqu_shop;
