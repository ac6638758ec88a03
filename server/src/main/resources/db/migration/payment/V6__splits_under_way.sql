create index split_due on payment.split (shop_id, rail) where state = 'due';
