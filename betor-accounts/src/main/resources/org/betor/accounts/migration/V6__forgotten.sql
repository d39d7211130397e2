-- Until when somebody's history was forgotten: what is told later of an earlier time is not kept.

create table if not exists betor_forgotten (
  user_id varchar(36) not null primary key,
  until_micros bigint not null,
  foreign key (user_id) references betor_user (id)
) ${table_options};

create index ${if_absent} betor_forgotten_by_time on betor_forgotten (until_micros);
