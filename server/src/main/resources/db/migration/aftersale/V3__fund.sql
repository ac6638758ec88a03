-- What the fund pays by itself, from a moment on. Rows are added, never changed.
create table aftersale.fund_terms (
    terms_id       bigint      not null primary key,
    currency       char(3)     not null,
    per_case_minor bigint      not null check (per_case_minor >= 0),
    per_day_minor  bigint      not null check (per_day_minor >= 0),
    from_at        timestamptz not null,
    made_by        text        not null,
    made_at        timestamptz not null default now()
);

create table aftersale.compensation (
    shop_id         bigint      not null,
    case_id         bigint      not null,
    amount_minor    bigint      not null check (amount_minor > 0),
    recovered_minor bigint      not null default 0 check (recovered_minor between 0 and amount_minor),
    currency        char(3)     not null,
    paid_at         timestamptz not null,
    primary key (shop_id, case_id),
    foreign key (shop_id, case_id) references aftersale.buyer_case (shop_id, case_id)
);

create index compensation_owed on aftersale.compensation (paid_at) where recovered_minor < amount_minor;
create index compensation_day on aftersale.compensation (paid_at);

select kernel.guard_shop('aftersale.compensation');
