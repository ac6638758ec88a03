-- Shares of wallets were written down and did nothing. None is given any more; those that were end here.
update shop.share
   set ended_at = now(), ended_by = 'wallets are not shared'
 where kind = 'wallet' and ended_at is null;
