-- By how much the buyer made the time to pay longer: once, while the order was unpaid, and never by more than an hour.
alter table ordering.customer_order add column extended_seconds int check (extended_seconds between 1 and 3600);
