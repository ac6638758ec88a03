-- What the platform asks for a sale, from a moment on; shop 0 stands for all shops. Rows are added, never changed.
create table settlement.sale_terms (
    shop_id          bigint      not null,
    terms_id         bigint      not null,
    channel_id       bigint,
    commission_bp    int         not null check (commission_bp between 0 and 10000),
    draw_after_hours int         not null check (draw_after_hours between 0 and 8760),
    from_at          timestamptz not null,
    reason           text        not null check (length(reason) between 1 and 200),
    made_by          text        not null,
    made_at          timestamptz not null default now(),
    primary key (shop_id, terms_id)
);

-- What a rail may do from a day on, as its contract says. Only a licensed rail may pay out: pooling money and sharing it out
-- without a licence is forbidden.
create table settlement.rail_terms (
    rail             text        not null,
    from_day         date        not null,
    licensed         boolean     not null,
    split_max_bp     int         not null check (split_max_bp between 0 and 10000),
    freeze_days_max  int         not null check (freeze_days_max > 0),
    fee_bp           int         not null check (fee_bp between 0 and 10000),
    receivers_max    int         not null check (receivers_max > 0),
    payout_min_minor bigint      not null check (payout_min_minor > 0),
    payout_max_minor bigint      not null,
    source           text        not null check (length(source) between 1 and 200),
    made_at          timestamptz not null default now(),
    primary key (rail, from_day),
    constraint payout_range check (payout_max_minor >= payout_min_minor)
);

create function settlement.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception 'terms are dated: add a row that begins later, change none';
end $$;

create trigger dated before update or delete on settlement.sale_terms
    for each statement execute function settlement.refuse_change();
create trigger dated before update or delete on settlement.rail_terms
    for each statement execute function settlement.refuse_change();

select kernel.guard_shop('settlement.sale_terms');
revoke insert, update, delete on settlement.sale_terms from wanqu_shop;

insert into settlement.rail_terms (rail, from_day, licensed, split_max_bp, freeze_days_max, fee_bp, receivers_max, payout_min_minor,
                                   payout_max_minor, source)
values ('sandbox', '2020-01-01', true, 3000, 180, 0, 50, 1, 100000000000, 'the sandbox has no bank: the limits are those of a usual contract');
