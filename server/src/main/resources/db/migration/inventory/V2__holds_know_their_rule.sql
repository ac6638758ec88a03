-- A channel's quota begins anew with each rule; what is released counts back only against the rule it was held under.
alter table inventory.hold add column quota_version bigint not null default 0;
