create table aftersale.supplier_claim (
    shop_id      bigint      not null,
    claim_id     bigint      not null,
    supplier     text        not null,
    units        int         not null check (units > 0),
    amount_minor bigint      not null check (amount_minor > 0),
    currency     char(3)     not null,
    state        text        not null check (state in ('claimed', 'paid', 'written_off')),
    made_by      text        not null,
    made_at      timestamptz not null,
    ended_at     timestamptz,
    primary key (shop_id, claim_id),
    constraint ended_has_time check ((state = 'claimed') = (ended_at is null))
);

select kernel.guard_shop('aftersale.supplier_claim');
