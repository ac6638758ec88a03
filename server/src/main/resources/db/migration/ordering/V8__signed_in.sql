-- Whose order it is, where the buyer was signed in when he placed it: his session opens it, and nobody else's.
create table ordering.signed_in (
    shop_id    bigint not null,
    order_id   bigint not null,
    account_id bigint not null,
    primary key (shop_id, order_id)
);

select kernel.guard_shop('ordering.signed_in');
