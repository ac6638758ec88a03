-- How often somebody did something in a stretch of time; keys are keyed hashes. Different people are a bitmap, which nodes join by a bitwise or.
create table risk.counter (
    shop_id        bigint      not null,
    dimension      text        not null,
    deed           text        not null,
    key            bigint      not null,
    stretch_length text        not null,
    stretch        bigint      not null,
    count          bigint      not null check (count >= 0),
    bits           bit(512),
    seen_at        timestamptz not null,
    primary key (shop_id, dimension, deed, key, stretch_length, stretch)
) with (fillfactor = 70);

create index counter_seen on risk.counter using brin (seen_at);

select kernel.guard_shop('risk.counter');
revoke insert, update, delete on risk.counter from wanqu_shop;
