-- Which episode a position is in; -1 if in none in particular.

alter table betor_position add column ${if_absent} season int default -1 not null;
alter table betor_position add column ${if_absent} episode int default -1 not null;
