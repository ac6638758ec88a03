-- Cards that were handed to a channel before they are sold.
create table channel.consignment (
    shop_id          bigint      not null,
    consignment_id   bigint      not null,
    channel_id       bigint      not null,
    external_product text        not null,
    external_sku     text        not null,
    pool_id          bigint      not null,
    quantity         int         not null check (quantity > 0),
    recalled         int         not null default 0 check (recalled between 0 and quantity),
    state            text        not null default 'due' check (state in ('due', 'handed', 'refused', 'recalled')),
    attempts         int         not null default 0,
    due_at           timestamptz not null,
    last_code        text,
    made_by          text        not null,
    made_at          timestamptz not null,
    primary key (shop_id, consignment_id),
    foreign key (shop_id, channel_id) references channel.channel (shop_id, channel_id)
) with (fillfactor = 70);

create index consignment_of on channel.consignment (shop_id, channel_id, due_at);

select kernel.guard_shop('channel.consignment');

-- Lines of orders whose codes the channel handed out itself, from what lay there.
create table channel.consigned_sale (
    shop_id        bigint not null,
    channel_id     bigint not null,
    external_order text   not null,
    external_line  text   not null,
    primary key (shop_id, channel_id, external_order, external_line)
);

select kernel.guard_shop('channel.consigned_sale');
