-- The newest refresh token of a session, the one before it, and what led from the one to the other.
create table if not exists betor_session (
  id varchar(64) not null primary key,
  user_id varchar(36) not null,
  revision bigint not null,
  address varchar(45) not null,
  begun bigint not null,
  last_used bigint not null,
  secret_hash varchar(64) not null,
  previous_hash varchar(64) not null,
  salt varchar(64) not null,
  foreign key (user_id) references betor_user (id)
) ${table_options};

create index ${if_absent} betor_session_by_user on betor_session (user_id, last_used);
create index ${if_absent} betor_session_by_time on betor_session (last_used);

-- The public halves of the keys that sign access tokens; longest_token is in microseconds.
create table if not exists betor_signing_key (
  key_id varchar(64) not null primary key,
  public_key varchar(500) not null,
  verifies_until bigint not null,
  longest_token bigint not null,
  retired boolean not null
) ${table_options};
