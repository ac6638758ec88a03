-- A role is one of the house or one that the shop made; which there are is known to the server and to identity.role.
alter table identity.staff drop constraint staff_role_check;
update identity.staff set role = 'service' where role = 'support';
update identity.staff set role = 'finance' where role = 'accountant';
alter table identity.staff add constraint staff_role_check check (role ~ '^[a-z][a-z0-9-]{1,39}$');
alter table identity.staff add constraint staff_channels_check check (cardinality(channels) > 0);
