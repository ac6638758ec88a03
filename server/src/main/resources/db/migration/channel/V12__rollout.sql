-- How far a channel is opened; a channel without a row is open to all of the shop.
create table channel.rollout (
    shop_id    bigint      not null,
    channel_id bigint      not null,
    stage      text        not null check (stage in ('draft', 'pilot', 'full')),
    plan       jsonb       not null,
    pilot_skus bigint[]    not null,
    entered_at timestamptz not null,
    checked_at timestamptz,
    primary key (shop_id, channel_id),
    foreign key (shop_id, channel_id) references channel.channel (shop_id, channel_id)
);

select kernel.guard_shop('channel.rollout');

create table channel.rollout_step (
    shop_id    bigint      not null,
    channel_id bigint      not null,
    step_id    bigint      not null,
    stage_from text        not null,
    stage_to   text        not null,
    reason     text        not null,
    figures    jsonb       not null,
    made_by    text        not null,
    made_at    timestamptz not null,
    primary key (shop_id, channel_id, step_id)
);

select kernel.guard_shop('channel.rollout_step');
