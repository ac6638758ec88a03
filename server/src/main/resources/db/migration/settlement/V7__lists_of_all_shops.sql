-- Those who run the platform page through the payouts and the differences of all shops.
create index payout_of_all on settlement.payout (payout_id);
create index difference_of_all on settlement.difference (difference_id);
