-- What a person allowed a shop, or all shops (0), to do with his data. The last word counts; none is ever changed.
create table customer.consent (
    shop_id    bigint      not null,
    consent_id bigint      not null,
    account_id bigint      not null,
    purpose    text        not null check (purpose in ('marketing', 'recommendation', 'sharing')),
    granted    boolean     not null,
    wording    text        not null,
    said_at    timestamptz not null,
    primary key (shop_id, consent_id)
);

create index consent_of_account on customer.consent (account_id, shop_id, purpose, consent_id);

select kernel.guard_shop('customer.consent');

-- Who used what of a person's data, when and what for. He can read it.
create table customer.data_use (
    shop_id     bigint      not null,
    use_id      bigint      not null,
    customer_id bigint,
    account_id  bigint,
    order_id    bigint,
    field       text        not null,
    purpose     text        not null,
    reason      text        not null,
    used_by     text        not null,
    used_at     timestamptz not null,
    primary key (shop_id, use_id),
    constraint about_somebody check (customer_id is not null or account_id is not null or order_id is not null)
);

create index data_use_of_customer on customer.data_use (shop_id, customer_id) where customer_id is not null;
create index data_use_of_account on customer.data_use (account_id) where account_id is not null;
create index data_use_of_order on customer.data_use (shop_id, order_id) where order_id is not null;
create index data_use_at on customer.data_use (used_at);

select kernel.guard_shop('customer.data_use');

create function customer.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create trigger consent_is_append_only before update on customer.consent
    for each row execute function customer.refuse_change();
create trigger data_use_is_append_only before update on customer.data_use
    for each row execute function customer.refuse_change();

revoke update, delete on customer.consent, customer.data_use from wanqu_shop;
