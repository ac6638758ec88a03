-- The commission agreed when the order was placed, in hundredths of a per cent; later rules don't change it.
alter table ordering.customer_order
    add column commission_bp int not null default 0 check (commission_bp between 0 and 10000);

-- available: confirmed, and the time after which the shop may draw the money has passed.
alter table ordering.customer_order
    drop constraint customer_order_settlement_state_check,
    add constraint customer_order_settlement_state_check
        check (settlement_state in ('none', 'frozen', 'released', 'available', 'returned'));
