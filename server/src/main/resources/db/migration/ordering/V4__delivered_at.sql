-- When all of the order was handed over; before that it is null.
alter table ordering.customer_order add column delivered_at timestamptz;
