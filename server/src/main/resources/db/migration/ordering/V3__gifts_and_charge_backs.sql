alter table ordering.customer_order
    drop constraint customer_order_payment_state_check,
    add constraint customer_order_payment_state_check
        check (payment_state in ('unpaid', 'paid', 'refunding', 'part_refunded', 'refunded', 'charged_back')),
    add column gift boolean not null default false;

-- Who may open a gift: first whoever brings the link, once; then only the one who did. Both secrets stand here as keyed hashes.
create table ordering.gift (
    shop_id       bigint      not null,
    order_id      bigint      not null,
    link_hash     bytea       not null,
    link_ends_at  timestamptz not null,
    receiver_hash bytea,
    opened_at     timestamptz,
    primary key (shop_id, order_id),
    foreign key (shop_id, order_id) references ordering.customer_order (shop_id, order_id),
    constraint opened_by_somebody check ((opened_at is null) = (receiver_hash is null))
);

select kernel.guard_shop('ordering.gift');
