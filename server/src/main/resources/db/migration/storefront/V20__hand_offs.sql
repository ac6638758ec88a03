-- What a buyer takes with him from one channel to another: once, and not for long. What he takes is sealed.
create table storefront.hand_off (
    shop_id     bigint      not null,
    hand_off_id bigint      not null,
    channel_id  bigint      not null,
    source      text        not null check (length(source) <= 60),
    campaign    text        not null check (length(campaign) <= 60),
    code_hash   bytea       not null check (octet_length(code_hash) = 16),
    token_hash  bytea       not null check (octet_length(token_hash) = 16),
    content     bytea,
    made_at     timestamptz not null,
    code_until  timestamptz not null,
    link_until  timestamptz not null,
    received_at timestamptz,
    received_on bigint,
    primary key (shop_id, hand_off_id),
    constraint received_is_taken_along check (received_at is null or content is null)
);

create unique index hand_off_code on storefront.hand_off (shop_id, code_hash);
create unique index hand_off_token on storefront.hand_off (shop_id, token_hash);
create index hand_off_made on storefront.hand_off (made_at);

select kernel.guard_shop('storefront.hand_off');
