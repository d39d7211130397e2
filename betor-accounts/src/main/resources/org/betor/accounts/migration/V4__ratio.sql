-- Ratios are thousandths; a minimum of -1 is the default one.

create table if not exists betor_ratio_rule (
  name varchar(20) not null primary key,
  minimum int not null,
  grace_bytes bigint not null
) ${table_options};

insert into betor_ratio_rule (name, minimum, grace_bytes)
select r.name, 0, 0 from (select 'default' as name) r where not exists (select 1 from betor_ratio_rule);

create table if not exists betor_traffic (
  user_id varchar(36) not null primary key,
  uploaded bigint not null,
  downloaded bigint not null,
  uploaded_adjustment bigint not null,
  downloaded_adjustment bigint not null,
  minimum int not null,
  up_busy_until bigint not null,
  down_busy_until bigint not null,
  foreign key (user_id) references betor_user (id)
) ${table_options};

create table if not exists betor_traffic_session (
  user_id varchar(36) not null,
  info_hash varchar(64) not null,
  session_id varchar(36) not null,
  began bigint not null,
  last_sequence bigint not null,
  uploaded bigint not null,
  downloaded bigint not null,
  primary key (user_id, info_hash, session_id),
  foreign key (user_id) references betor_traffic (user_id)
) ${table_options};

create table if not exists betor_traffic_day (
  user_id varchar(36) not null,
  epoch_day bigint not null,
  uploaded bigint not null,
  downloaded bigint not null,
  primary key (user_id, epoch_day),
  foreign key (user_id) references betor_traffic (user_id)
) ${table_options};
