-- An order that a person is to look at before anything is handed over, and what happens when nobody has after so many hours.
alter table ordering.customer_order
    add column review_hours int check (review_hours > 0),
    add column review_releases boolean,
    add constraint review_is_whole check ((review_hours is null) = (review_releases is null)),
    drop constraint customer_order_state_check,
    add constraint customer_order_state_check
        check (state in ('placed', 'expired', 'canceled', 'paid', 'review', 'paid_late', 'short', 'partial', 'delivered',
                         'confirmed', 'disputed', 'replaced', 'refunding', 'refunded')),
    drop constraint unfinished_has_deadline,
    add constraint unfinished_has_deadline
        check (state not in ('placed', 'paid', 'review', 'paid_late', 'short', 'partial', 'delivered', 'disputed', 'replaced', 'refunding')
               or deadline is not null);

create index order_review on ordering.customer_order (shop_id, deadline) where state = 'review';
