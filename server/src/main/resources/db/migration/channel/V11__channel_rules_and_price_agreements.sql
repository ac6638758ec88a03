-- How a channel of a shop is run, the shop's own page among them; the latest version, and all that were before.
create table channel.rule (
    shop_id     bigint      not null,
    channel_id  bigint      not null,
    version     bigint      not null default 1,
    template_id bigint,
    rule        jsonb       not null,
    changed_by  text        not null,
    changed_at  timestamptz not null,
    primary key (shop_id, channel_id),
    foreign key (shop_id, template_id) references channel.content_template (shop_id, template_id)
);

create index rule_template on channel.rule (shop_id, template_id);

select kernel.guard_shop('channel.rule');

create table channel.rule_change (
    shop_id    bigint      not null,
    channel_id bigint      not null,
    version    bigint      not null,
    rule       jsonb       not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    primary key (shop_id, channel_id, version)
);

select kernel.guard_shop('channel.rule_change');

-- A promise that a price is not lower here than so much, or than somewhere else.
create table channel.price_agreement (
    shop_id       bigint      not null,
    agreement_id  bigint      not null,
    name          text        not null,
    channel_id    bigint      not null,
    sku_id        bigint,
    product_id    bigint,
    least_minor   bigint      check (least_minor > 0),
    other_channel bigint      check (other_channel <> channel_id),
    valid_from    timestamptz not null,
    valid_to      timestamptz,
    made_by       text        not null,
    made_at       timestamptz not null,
    ended_at      timestamptz,
    primary key (shop_id, agreement_id),
    constraint of_one_thing check (num_nonnulls(sku_id, product_id) = 1),
    constraint against_one_price check (num_nonnulls(least_minor, other_channel) = 1)
);

select kernel.guard_shop('channel.price_agreement');

-- Somebody took it upon themselves, down to this price.
create table channel.agreement_waiver (
    shop_id      bigint      not null,
    agreement_id bigint      not null,
    sku_id       bigint      not null,
    price_minor  bigint      not null,
    reason       text        not null,
    waived_by    text        not null,
    waived_at    timestamptz not null,
    primary key (shop_id, agreement_id, sku_id),
    foreign key (shop_id, agreement_id) references channel.price_agreement (shop_id, agreement_id)
);

select kernel.guard_shop('channel.agreement_waiver');
