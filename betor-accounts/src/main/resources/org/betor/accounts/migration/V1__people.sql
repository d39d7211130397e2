-- Times are microseconds since 1970; 0 and '' stand for none. Keys and folded columns compare exactly.
-- A migration may be done again that was cut off: each statement does nothing where it was done.

create table if not exists betor_lock (
  name varchar(40) not null primary key
) ${table_options};

insert into betor_lock (name)
select r.name from (select 'people' as name) r where not exists (select 1 from betor_lock);

create table if not exists betor_role (
  role_key varchar(200) not null primary key,
  name varchar(64) not null,
  weight int not null unique
) ${table_options};

insert into betor_role (role_key, name, weight)
select r.role_key, r.name, r.weight from (
  select 'guest' as role_key, 'Guest' as name, 0 as weight
  union all select 'user', 'User', 1000
  union all select 'supervisor', 'Supervisor', 2000
  union all select 'manager', 'Manager', 3000
  union all select 'admin', 'Admin', 4000
  union all select 'superadmin', 'SuperAdmin', 5000
) r where not exists (select 1 from betor_role);

create table if not exists betor_role_permission (
  role_key varchar(200) not null,
  permission varchar(40) not null,
  granted boolean not null,
  withheld boolean not null,
  primary key (role_key, permission),
  foreign key (role_key) references betor_role (role_key)
) ${table_options};

insert into betor_role_permission (role_key, permission, granted, withheld)
select r.role_key, r.permission, r.granted, r.withheld from (
  select 'guest' as role_key, 'SEARCH' as permission, true as granted, false as withheld
  union all select 'user', 'DOWNLOAD', true, false
  union all select 'user', 'UPLOAD', true, false
  union all select 'supervisor', 'APPROVE_UPLOADS', true, false
  union all select 'manager', 'MANAGE_USERS', true, false
  union all select 'manager', 'BAN', true, false
  union all select 'manager', 'DELETE_FROM_CATALOG', true, false
  union all select 'admin', 'ADJUST_RATIO', true, false
  union all select 'admin', 'SET_DEFAULT_RATIO', true, false
  union all select 'admin', 'MANAGE_ROLES', true, false
  union all select 'superadmin', 'MANAGE_SETTINGS', true, false
) r where not exists (select 1 from betor_role_permission);

create table if not exists betor_user (
  id varchar(36) not null primary key,
  pseudonym varchar(36) not null unique,
  name varchar(64) not null,
  name_folded varchar(200) not null unique,
  email varchar(254) not null,
  email_folded varchar(768) not null unique,
  password varchar(255) not null,
  role_key varchar(200) not null,
  active boolean not null,
  banned boolean not null,
  banned_until bigint not null,
  ban_reason varchar(500) not null,
  created bigint not null,
  revision bigint not null,
  foreign key (role_key) references betor_role (role_key)
) ${table_options};

create table if not exists betor_setup (
  token_hash varchar(64) not null primary key,
  made bigint not null
) ${table_options};

create table if not exists betor_attempt (
  attempt_key varchar(80) not null primary key,
  failures int not null,
  last_failure bigint not null
) ${table_options};

create index ${if_absent} betor_attempt_by_time on betor_attempt (last_failure);

create table if not exists betor_audit (
  id ${identity} primary key,
  at_micros bigint not null,
  actor varchar(36) not null,
  act varchar(40) not null,
  subject varchar(36) not null,
  details varchar(1000) not null
) ${table_options};

create index ${if_absent} betor_audit_by_actor on betor_audit (actor, id);
create index ${if_absent} betor_audit_by_subject on betor_audit (subject, id);
