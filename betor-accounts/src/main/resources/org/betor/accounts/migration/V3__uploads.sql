create table if not exists betor_upload (
  id ${identity} primary key,
  release_key varchar(80) not null,
  uploader varchar(36) not null,
  title varchar(200) not null,
  description varchar(4000) not null,
  tags varchar(1100) not null,
  weight int not null,
  magnet varchar(8000) not null,
  torrent_name varchar(255) not null,
  size_bytes bigint not null,
  state varchar(20) not null,
  submitted bigint not null,
  decided bigint not null,
  reason varchar(500) not null,
  told boolean not null
) ${table_options};

create index ${if_absent} betor_upload_by_key on betor_upload (release_key, id);
create index ${if_absent} betor_upload_by_uploader on betor_upload (uploader, id);
create index ${if_absent} betor_upload_by_state on betor_upload (state, id);
create index ${if_absent} betor_upload_by_told on betor_upload (told, id);

create table if not exists betor_upload_file (
  upload_id bigint not null,
  place int not null,
  path varchar(4096) not null,
  size_bytes bigint not null,
  primary key (upload_id, place),
  foreign key (upload_id) references betor_upload (id)
) ${table_options};
