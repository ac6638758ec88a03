-- How many orders of a shop are delivered.
select count(*)
  from ordering.customer_order
 where shop_id = :shop and state = 'delivered'
