create trigger never_emptied before truncate on ledger.posting
    for each statement execute function ledger.refuse_change();
