-- The orders of a shop that were sold over HTTP; everything stored beside them is a copy of them.
drop schema if exists growth cascade;
create schema growth;
create table growth.original as
select order_id, payment_id, card_id, delivery.pool_id
  from ordering.customer_order
  join payment.payment on payment.shop_id = customer_order.shop_id and payment.subject = order_id
  join vault.delivery on delivery.shop_id = customer_order.shop_id and delivery.holder = order_id
 where customer_order.shop_id = :shop and customer_order.state = 'delivered';
analyze growth.original
