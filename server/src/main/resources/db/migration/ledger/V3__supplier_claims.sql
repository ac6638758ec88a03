-- Two more kinds of account, added to those that are known.
do $$
declare
    known text := (select pg_get_constraintdef(oid) from pg_constraint
                    where conrelid = 'ledger.posting'::regclass and conname = 'known_accounts');
begin
    alter table ledger.posting drop constraint known_accounts;
    execute 'alter table ledger.posting add constraint known_accounts '
            || replace(known, 'promotion', 'promotion,supplier_claim,supplier_recovery');
end $$;
