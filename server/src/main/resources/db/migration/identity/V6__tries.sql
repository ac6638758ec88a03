-- How often somebody has tried to prove that he is somebody, and until when he has to wait. Keys are hashes of what was tried,
-- for whom and from where; a try is counted before it is looked at.
create table identity.tries (
    key           bytea       primary key check (length(key) = 16),
    count         int         not null,
    last_at       timestamptz not null,
    blocked_until timestamptz
);

create index tries_last on identity.tries (last_at);
