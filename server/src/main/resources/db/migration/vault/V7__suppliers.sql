-- Who supplied a batch; empty while nobody has said it.
alter table vault.import
    add column supplier text not null default '' check (length(supplier) <= 80);
