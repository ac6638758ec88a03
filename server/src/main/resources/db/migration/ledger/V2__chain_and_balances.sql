-- The transaction that wrote a row: what is older than the oldest running transaction is complete and can be sealed.
-- Rows arrive in its order or nearly so, so a block range index finds those behind a number and costs an insert next to nothing.
alter table ledger.posting
    add column xid bigint not null default (pg_current_xact_id()::text::bigint),
    add constraint known_accounts check (
        split_part(debit, ':', 1) = any ('{buyer,frozen,merchant,available,deposit,wallet,points,supplier,payout_transit,fund,commission,receivable,settled,recourse,suspense,charged_back,rail_fees,promotion}')
        and split_part(credit, ':', 1) = any ('{buyer,frozen,merchant,available,deposit,wallet,points,supplier,payout_transit,fund,commission,receivable,settled,recourse,suspense,charged_back,rail_fees,promotion}')),
    add constraint within_reason check (amount_minor <= 1000000000000000);

create index posting_xid on ledger.posting using brin (xid) with (pages_per_range = 16, autosummarize = on);

-- Everything below this transaction id is sealed.
create table ledger.sealer (
    id       boolean     primary key default true check (id),
    below    bigint      not null default 0,
    moved_at timestamptz not null default now()
);

insert into ledger.sealer (id) values (true);

-- A session of a shop may know how far the seal has come, and nothing else of that table.
create function ledger.sealed_below() returns bigint
    language sql stable security definer set search_path = ledger, pg_temp
    return (select sealer.below from ledger.sealer);

-- A link seals some postings: hash = SHA-256 (previous || copy). The copy is what was sealed, byte for byte.
create table ledger.chain (
    shop_id   bigint      not null,
    day       date        not null,
    seq       int         not null check (seq > 0),
    postings  bigint[]    not null check (cardinality(postings) > 0),
    copy      bytea       not null,
    previous  bytea       not null check (length(previous) = 32),
    hash      bytea       not null check (length(hash) = 32),
    sealed_at timestamptz not null default now(),
    primary key (shop_id, day, seq)
);

create trigger append_only before update or delete on ledger.chain
    for each statement execute function ledger.refuse_change();
create trigger never_emptied before truncate on ledger.chain
    for each statement execute function ledger.refuse_change();

select kernel.guard_shop('ledger.chain');
revoke insert, update, delete on ledger.chain from wanqu_shop;

-- A day of a shop's books; a closed one has a root and never changes again.
create table ledger.chain_day (
    shop_id       bigint not null,
    day           date   not null,
    links         int    not null,
    postings      bigint not null,
    last_hash     bytea  not null check (length(last_hash) = 32),
    previous_root bytea  not null check (length(previous_root) = 32),
    root          bytea  check (length(root) = 32),
    closed_at     timestamptz,
    primary key (shop_id, day),
    constraint closed_has_root check ((root is null) = (closed_at is null))
);

create unique index chain_day_open on ledger.chain_day (shop_id) where root is null;
create index chain_day_to_close on ledger.chain_day (day) where root is null;

create function ledger.refuse_reopening() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.root is not null then
        raise exception 'the ledger is append-only: a day of the books is never changed after it was closed, nor removed';
    end if;
    return new;
end $$;

create trigger closed_for_good before update or delete on ledger.chain_day
    for each row execute function ledger.refuse_reopening();
create trigger never_emptied before truncate on ledger.chain_day
    for each statement execute function ledger.refuse_change();

select kernel.guard_shop('ledger.chain_day');
revoke insert, update, delete on ledger.chain_day from wanqu_shop;

-- What the sealed postings add up to; what came after is added when somebody asks.
create table ledger.balance (
    shop_id      bigint  not null,
    account      text    not null,
    currency     char(3) not null,
    debit_minor  bigint  not null check (debit_minor >= 0),
    credit_minor bigint  not null check (credit_minor >= 0),
    primary key (shop_id, account, currency)
) with (fillfactor = 50);

select kernel.guard_shop('ledger.balance');
revoke insert, update, delete on ledger.balance from wanqu_shop;

-- The same at the end of a closed day.
create table ledger.day_balance (
    shop_id      bigint  not null,
    day          date    not null,
    account      text    not null,
    currency     char(3) not null,
    debit_minor  bigint  not null,
    credit_minor bigint  not null,
    primary key (shop_id, day, account, currency)
);

create trigger append_only before update or delete on ledger.day_balance
    for each statement execute function ledger.refuse_change();
create trigger never_emptied before truncate on ledger.day_balance
    for each statement execute function ledger.refuse_change();

select kernel.guard_shop('ledger.day_balance');
revoke insert, update, delete on ledger.day_balance from wanqu_shop;
