-- A shop with its first token, which may do everything. The ids only have to be free.
with opened as (
    insert into shop.shop (shop_id, slug, name, state, currency, page_id)
    select id, ?, 'Measured', 'open', 'CNY', id + 1
      from (select 4000000000000000 + (random() * 1e15)::bigint as id) as drawn
    returning shop_id)
insert into identity.token (shop_id, id, name, hash, scopes)
select shop_id, shop_id + 2, 'all', ?,
       array['SHOP_READ', 'SHOP_WRITE', 'CATALOG_WRITE', 'STOCK_READ', 'STOCK_WRITE', 'CARDS_WRITE', 'CARDS_REVEAL',
             'ORDERS_READ', 'ORDERS_WRITE', 'CHANNELS_WRITE', 'LEDGER_READ', 'AUDIT_READ', 'CUSTOMERS_READ', 'CUSTOMERS_WRITE', 'CUSTOMERS_REVEAL']
  from opened
