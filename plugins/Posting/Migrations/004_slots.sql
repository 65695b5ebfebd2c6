-- Wall clocks that were meant, what becomes of what was missed while nothing ran, and slots.
alter table posting_target add column wall text;                    -- the wall clock that was meant, 2027-03-28T02:30:00; null: an instant was
alter table posting_target add column zone text;                    -- the zone in which it hangs
alter table posting_target add column clocks text not null default '';   -- what the clocks do to it, for people
alter table posting_target add column missed text not null default '';   -- ask or skip; empty: as its profile has it
alter table posting_target add column grace integer not null default -1; -- how late it may be by itself, in milliseconds; below 0: as its profile has it

-- What becomes of what a profile has missed, where it is not as the settings have it.
create table posting_missed (
    profile text primary key,
    missed text not null,
    grace integer not null
) strict;

-- When a profile speaks: schedules, beside those of the settings.
create table posting_slot (
    profile text not null,
    place integer not null,
    schedule text not null,
    primary key (profile, place)
) strict;

-- The slots that are given away, each once.
create table posting_queued (
    profile text not null,
    slot integer not null,                      -- the instant
    post integer not null references posting_post (id),
    primary key (profile, slot)
) strict;

create index posting_queued_by_post on posting_queued (post);
