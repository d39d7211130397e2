-- Titles are written as TitleId.toString does. What people watched goes with them.

create table if not exists betor_stream (
  id varchar(36) not null primary key,
  user_id varchar(36) not null,
  title varchar(40) not null,
  started bigint not null,
  last_seen bigint not null,
  foreign key (user_id) references betor_user (id)
) ${table_options};

create index ${if_absent} betor_stream_by_user on betor_stream (user_id, last_seen);

create table if not exists betor_position (
  user_id varchar(36) not null,
  title varchar(40) not null,
  position_millis bigint not null,
  last_seen bigint not null,
  primary key (user_id, title),
  foreign key (user_id) references betor_user (id)
) ${table_options};

create index ${if_absent} betor_position_by_time on betor_position (user_id, last_seen);

create table if not exists betor_playlist (
  id varchar(36) not null primary key,
  user_id varchar(36) not null,
  name varchar(64) not null,
  made bigint not null,
  foreign key (user_id) references betor_user (id)
) ${table_options};

create index ${if_absent} betor_playlist_by_user on betor_playlist (user_id, made);

create table if not exists betor_playlist_title (
  playlist_id varchar(36) not null,
  title varchar(40) not null,
  place int not null,
  primary key (playlist_id, title),
  foreign key (playlist_id) references betor_playlist (id)
) ${table_options};

create table if not exists betor_playback (
  event_id varchar(36) not null primary key,
  user_id varchar(36) not null,
  title varchar(40) not null,
  release_key varchar(2048) not null,
  at_micros bigint not null,
  foreign key (user_id) references betor_user (id)
) ${table_options};

create index ${if_absent} betor_playback_by_user on betor_playback (user_id, at_micros);
create index ${if_absent} betor_playback_by_time on betor_playback (at_micros);
