-- Times are microseconds since 1970; 0 and '' stand for none. Keys and folded columns compare exactly.

create table betor_lock (
  name varchar(40) not null primary key
) ${table_options};

insert into betor_lock (name) values ('people');

create table betor_role (
  role_key varchar(200) not null primary key,
  name varchar(64) not null,
  weight int not null unique
) ${table_options};

insert into betor_role (role_key, name, weight) values ('guest', 'Guest', 0);
insert into betor_role (role_key, name, weight) values ('user', 'User', 1000);
insert into betor_role (role_key, name, weight) values ('supervisor', 'Supervisor', 2000);
insert into betor_role (role_key, name, weight) values ('manager', 'Manager', 3000);
insert into betor_role (role_key, name, weight) values ('admin', 'Admin', 4000);
insert into betor_role (role_key, name, weight) values ('superadmin', 'SuperAdmin', 5000);

create table betor_role_permission (
  role_key varchar(200) not null,
  permission varchar(40) not null,
  granted boolean not null,
  withheld boolean not null,
  primary key (role_key, permission),
  foreign key (role_key) references betor_role (role_key)
) ${table_options};

insert into betor_role_permission values ('guest', 'SEARCH', true, false);
insert into betor_role_permission values ('user', 'DOWNLOAD', true, false);
insert into betor_role_permission values ('user', 'UPLOAD', true, false);
insert into betor_role_permission values ('supervisor', 'APPROVE_UPLOADS', true, false);
insert into betor_role_permission values ('manager', 'MANAGE_USERS', true, false);
insert into betor_role_permission values ('manager', 'BAN', true, false);
insert into betor_role_permission values ('manager', 'DELETE_FROM_CATALOG', true, false);
insert into betor_role_permission values ('admin', 'ADJUST_RATIO', true, false);
insert into betor_role_permission values ('admin', 'SET_DEFAULT_RATIO', true, false);
insert into betor_role_permission values ('admin', 'MANAGE_ROLES', true, false);
insert into betor_role_permission values ('superadmin', 'MANAGE_SETTINGS', true, false);

create table betor_user (
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

create table betor_setup (
  token_hash varchar(64) not null primary key,
  made bigint not null
) ${table_options};

create table betor_attempt (
  attempt_key varchar(80) not null primary key,
  failures int not null,
  last_failure bigint not null
) ${table_options};

create index betor_attempt_by_time on betor_attempt (last_failure);

create table betor_audit (
  id ${identity} primary key,
  at_micros bigint not null,
  actor varchar(36) not null,
  act varchar(40) not null,
  subject varchar(36) not null,
  details varchar(1000) not null
) ${table_options};

create index betor_audit_by_actor on betor_audit (actor, id);
create index betor_audit_by_subject on betor_audit (subject, id);
