-- Whether the cursor of a listener has passed the event that an order was delivered.
select exists (select 1
                 from kernel.event
                where type = 'ordering.order-delivered' and subject = :order
                  and (select xid from kernel.event_cursor where name = :cursor) >= event.xid)
