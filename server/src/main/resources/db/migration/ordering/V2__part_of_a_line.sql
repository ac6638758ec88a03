-- Units of a line that were handed over while the rest of it still waits.
alter table ordering.order_line add column handed int not null default 0;
alter table ordering.order_line add constraint handed_within_quantity check (handed between 0 and quantity);

-- Those who wait are served in the order in which they paid.
drop index ordering.order_owed;
create index order_owed on ordering.customer_order (shop_id, paid_at, order_id) where state in ('paid_late', 'short', 'partial');
