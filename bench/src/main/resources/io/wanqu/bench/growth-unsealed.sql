-- Whether copied postings still wait for the seal of the books.
select count(*)
  from (select 1 from ledger.posting where xid >= ledger.sealed_below() limit 1) as unsealed
