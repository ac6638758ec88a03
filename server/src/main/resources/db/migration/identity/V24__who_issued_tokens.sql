-- Who issued a token, so that it ends when he goes.
alter table identity.token add column issued_by bigint;
create index token_issued_by on identity.token (shop_id, issued_by) where issued_by is not null;
