-- The pools' counters follow the copied cards.
update inventory.pool
   set loaded = loaded + more, sold = sold + more
  from (select pool_id, count(*) * :copies as more from growth.original group by pool_id) as counted
 where pool.shop_id = :shop and pool.pool_id = counted.pool_id
