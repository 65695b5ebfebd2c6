-- The parts of what was said that are out, as their network names them: people answer every part of a thread.
create table giveaways_part (
    giveaway text not null,
    step text not null,
    profile text not null,
    place integer not null,                     -- in the thread, from 0
    remote_id text not null,
    primary key (giveaway, step, profile, place)
) strict;

create index giveaways_part_remote on giveaways_part (profile, remote_id);

insert into giveaways_part (giveaway, step, profile, place, remote_id)
select giveaway, step, profile, 0, remote_id from giveaways_saying where remote_id is not null;
