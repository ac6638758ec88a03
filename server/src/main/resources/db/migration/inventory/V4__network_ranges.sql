-- Whoever changes addresses mostly stays in one network.
alter table inventory.hold add column range bigint;

create index hold_range on inventory.hold (shop_id, range) where range is not null;
