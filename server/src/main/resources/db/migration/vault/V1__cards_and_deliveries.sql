-- One row a card. A card of several uses stays available until none is left;
-- uses_max = uses_left + uses_void + what was delivered, so the counters can be proved from the rows.
create table vault.card (
    shop_id       bigint      not null,
    card_id       bigint      not null,
    pool_id       bigint      not null,
    batch_id      bigint      not null,
    holder        bigint,
    premium_minor bigint      not null default 0 check (premium_minor >= 0),
    expires_at    timestamptz not null default 'infinity',
    line_no       int         not null,
    uses_max      int         not null check (uses_max > 0),
    uses_left     int         not null check (uses_left >= 0),
    uses_void     int         not null default 0 check (uses_void >= 0),
    per_day       int         check (per_day > 0),
    day           date,
    day_uses      int         not null default 0 check (day_uses >= 0),
    state         text        not null check (state in ('available', 'chosen', 'delivered', 'void')),
    fingerprint   bytea       not null check (octet_length(fingerprint) = 16),
    sealed        bytea       not null,
    label         text,
    primary key (shop_id, card_id),
    check (uses_left + uses_void <= uses_max),
    check (per_day is null or day_uses <= per_day),
    check ((state in ('available', 'chosen')) = (uses_left > 0)),
    check (state <> 'chosen' or (holder is not null and uses_max = 1))
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
        autovacuum_analyze_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.1);

-- The same card twice in a shop is refused; by its first column a card is found in other shops too.
create unique index card_fingerprint on vault.card (fingerprint, shop_id);
-- First expired, first out; 'infinity' comes last by itself.
create index card_claim on vault.card (shop_id, pool_id, expires_at, card_id) where state = 'available';
create index card_chosen on vault.card (shop_id, holder) where state = 'chosen';
create index card_expiring on vault.card (expires_at) where state = 'available' and expires_at < 'infinity';

select kernel.guard_shop('vault.card');

-- Who got which card. No foreign key: the row is written in the transaction that takes the card, and the audit recounts.
create table vault.delivery (
    shop_id   bigint      not null,
    holder    bigint      not null,
    line      int         not null,
    unit      int         not null check (unit > 0),
    pool_id   bigint      not null,
    card_id   bigint      not null,
    single    boolean     not null,
    at        timestamptz not null,
    opened_at timestamptz,
    primary key (shop_id, holder, line, unit)
);

create unique index delivery_single on vault.delivery (shop_id, card_id) where single;
create index delivery_shared on vault.delivery (shop_id, card_id) where not single;

select kernel.guard_shop('vault.delivery');

-- Every opening of a sealed card, and every look granted anew.
create table vault.reveal_log (
    shop_id  bigint      not null,
    log_id   bigint      not null,
    kind     text        not null check (kind in ('buyer', 'channel', 'staff', 'export', 'grant')),
    opened_by text       not null,
    card_id  bigint,
    holder   bigint,
    line     int,
    unit     int,
    batch_id bigint,
    at       timestamptz not null,
    primary key (shop_id, log_id)
);

create index reveal_log_card on vault.reveal_log (shop_id, card_id);
create index reveal_log_holder on vault.reveal_log (shop_id, holder);

select kernel.guard_shop('vault.reveal_log');
