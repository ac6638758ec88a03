-- The table of the db-scheduler library, in its own layout.
create table kernel.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_due on kernel.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on kernel.scheduled_tasks (last_heartbeat);
