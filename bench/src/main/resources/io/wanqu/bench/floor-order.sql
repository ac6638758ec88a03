\set pool random(1, 64)
begin;
insert into floor.customer_order
       (shop_id, order_id, channel_id, state, payment_state, fulfilment_state, settlement_state, currency, total_minor,
        contact, password_hash, request_key, fingerprint, paid_at, deadline)
values (1, nextval('floor.ids'), 2, 'delivered', 'paid', 'delivered', 'frozen', 'CNY', 990,
        decode(repeat('5a', 60), 'hex'), decode(repeat('5b', 32), 'hex'),
        decode(md5(cast(currval('floor.ids') as text)), 'hex'), decode(md5('the same'), 'hex'), now(), now() + interval '7 days')
returning order_id \gset
insert into floor.order_line (shop_id, order_id, line, sku_id, pool_id, name, quantity, unit_minor, amount_minor, state)
values (1, :order_id, 1, :pool + 1000, :pool, 'Measured one', 1, 990, 990, 'delivered');
insert into floor.payment (shop_id, payment_id, subject, rail, payee, amount_minor, currency, state, settled_at)
values (1, :order_id, :order_id, 'sandbox', 'sandbox-4000000000000000', 990, 'CNY', 'succeeded', now());
insert into floor.rail_event (shop_id, rail, event_id, payment_id)
values (1, 'sandbox', 'SUCCESS-' || cast(:order_id as bigint), :order_id);
with next as materialized (
    select card_id
      from floor.card
     where shop_id = 1 and pool_id = :pool and state = 'available' and expires_at > now()
     order by expires_at, card_id
     limit 1
       for update skip locked)
update floor.card card
   set state = 'delivered', uses_left = 0, holder = :order_id
  from next
 where card.shop_id = 1 and card.card_id = next.card_id
returning card.card_id \gset
insert into floor.delivery (shop_id, holder, line, unit, pool_id, card_id, single, at)
values (1, :order_id, 1, 1, :pool, :card_id, true, now());
insert into floor.posting (shop_id, posting_id, source, source_id, debit, credit, amount_minor, currency)
values (1, :order_id, 'order.paid/' || cast(:order_id as bigint), :order_id, 'receivable' || chr(58) || 'sandbox', 'frozen', 990, 'CNY');
insert into floor.event (shop_id, id, type, subject, body)
values (1, nextval('floor.ids'), 'ordering.order-placed', :order_id, '{"shop":"4000000000000000","order":"5000000000000000","channel":"4000000000000001","total": {"minor": 990,"currency":"CNY"}}'),
       (1, nextval('floor.ids'), 'ordering.order-paid', :order_id, '{"shop":"4000000000000000","order":"5000000000000000","channel":"4000000000000001","total": {"minor": 990,"currency":"CNY"},"late": false}'),
       (1, nextval('floor.ids'), 'ordering.order-delivered', :order_id, '{"shop":"4000000000000000","order":"5000000000000000","channel":"4000000000000001","lines": [1],"complete": true}'),
       (1, nextval('floor.ids'), 'inventory.stock-changed', :pool, '{"shop":"4000000000000000","pool":"4000000000000002","available": 7999,"more": false}');
update floor.pool
   set available = available - 1, sold = sold + 1, version = version + 1
 where shop_id = 1 and pool_id = :pool;
end;
