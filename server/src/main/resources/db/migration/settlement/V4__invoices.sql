-- The last number of a shop's year; taken with the invoice in one transaction, so no number is missing and none is used twice.
create table settlement.invoice_number (
    shop_id bigint not null,
    year    int    not null,
    last    int    not null,
    primary key (shop_id, year)
);

select kernel.guard_shop('settlement.invoice_number');
revoke insert, update, delete on settlement.invoice_number from wanqu_shop;

create table settlement.invoice (
    shop_id     bigint      not null,
    year        int         not null,
    number      int         not null check (number > 0),
    month       date        not null check (extract(day from month) = 1),
    title       text        not null check (length(title) between 1 and 120),
    tax_number  text        not null check (length(tax_number) <= 40),
    currency    char(3)     not null,
    net_minor   bigint      not null check (net_minor > 0),
    tax_bp      int         not null check (tax_bp between 0 and 10000),
    tax_minor   bigint      not null check (tax_minor >= 0),
    total_minor bigint      not null,
    issued_by   text        not null,
    issued_at   timestamptz not null default now(),
    primary key (shop_id, year, number),
    constraint adds_up check (net_minor + tax_minor = total_minor)
);

-- A month's commission is invoiced once.
create unique index invoiced_once on settlement.invoice (shop_id, month, currency);

create function settlement.refuse_invoice_change() returns trigger
    language plpgsql as $$
begin
    raise exception 'an invoice is never changed nor removed';
end $$;

create trigger issued_for_good before update or delete on settlement.invoice
    for each statement execute function settlement.refuse_invoice_change();

select kernel.guard_shop('settlement.invoice');
revoke insert, update, delete on settlement.invoice from wanqu_shop;
