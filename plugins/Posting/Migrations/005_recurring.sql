-- What is said again and again. Each time is a post of its own, under the effect (posting.repeat, the repetition, the time on the wall clock).
create table posting_recurring (
    id integer primary key,
    profiles text not null,                     -- with a space between
    schedule text not null,                     -- with its zone
    until integer,                              -- the last instant; null: none
    times integer,                              -- how often at most; null: without end
    missed text not null default '',            -- what becomes of one that is missed, as posting_target has it
    grace integer not null default -1,
    since integer not null,                     -- when it was begun, or gone on with: nothing is made for a time before
    stopped_at integer,
    rolled_until integer not null,              -- up to here its posts are in the outbox
    made integer not null default 0             -- how many posts were made so far
) strict;

-- What it says, in turns.
create table posting_recurring_text (
    recurring integer not null references posting_recurring (id),
    place integer not null,
    text text not null,
    primary key (recurring, place)
) strict;
