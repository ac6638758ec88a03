-- The tables of a sale once more, with their keys and indexes, filled before anything is measured.
drop schema if exists floor cascade;
create schema floor;
create sequence floor.ids start 5000000000000000 cache 100;
create table floor.pool (like inventory.pool including all) with (fillfactor = 50);
create table floor.customer_order (like ordering.customer_order including all) with (fillfactor = 70);
create table floor.order_line (like ordering.order_line including all) with (fillfactor = 70);
create table floor.payment (like payment.payment including all) with (fillfactor = 80);
create table floor.rail_event (like payment.rail_event including all);
create table floor.card (like vault.card including all);
create table floor.delivery (like vault.delivery including all);
create table floor.posting (like ledger.posting including all);
create table floor.event (like kernel.event including all);

insert into floor.pool (shop_id, pool_id, name, loaded, available)
select 1, pool, 'pool ' || pool, 8000, 8000
  from generate_series(1, 64) as pool;

insert into floor.card (shop_id, card_id, pool_id, batch_id, line_no, uses_max, uses_left, state, fingerprint, sealed)
select 1, pool * 100000 + n, pool, pool, n, 1, 1, 'available', decode(md5(pool || '-' || n), 'hex'),
       decode(repeat(md5(n || '+' || pool), 5), 'hex')
  from generate_series(1, 64) as pool, generate_series(1, 8000) as n;

analyze floor.pool, floor.card;
