-- A giveaway as it stands. Instants are milliseconds since 1970-01-01T00:00Z; digests are SHA-256 in hexadecimal.
-- planned > announcing > open > frozen > committing > committed > drawn > closed
create table giveaways_giveaway (
    id text primary key,
    state text not null,
    terms text not null,                        -- what is promised, in one line; its digest is published
    campaign text,                              -- campaign, occurrence and step name the side effect that it is
    occurrence text,
    step text,
    created_at integer not null,
    closes_at integer not null,
    looked_at integer,                          -- how far the networks were asked for answers
    entries integer not null default 0,
    entrants integer not null default 0,
    list_digest text not null default '',
    naming integer not null default 0,          -- how many rounds were named: more than one where it was published too late
    round integer not null default 0,           -- the one that decides
    signature text not null default '',
    beacon text not null default '',            -- which one has decided: drand, or that of a rehearsal
    problem text not null default '',           -- what stands against going on
    log_count integer not null default 0,       -- the length of the log and the digest of its last line: a log that was cut does not fit
    log_head text not null default ''
) strict;

create unique index giveaways_giveaway_effect on giveaways_giveaway (campaign, occurrence, step) where campaign is not null;
create index giveaways_giveaway_going on giveaways_giveaway (created_at) where state <> 'closed';

-- What was done, line by line; each holds the digest of the one before.
create table giveaways_log (
    giveaway text not null references giveaways_giveaway (id),
    number integer not null,                    -- from 1
    line text not null,
    primary key (giveaway, number)
) strict;

-- What is said in public: committed before it leaves, so that what is said after a kill is the same.
create table giveaways_saying (
    giveaway text not null references giveaways_giveaway (id),
    step text not null,                         -- announce, commit:1, tell:2:1
    profile text not null,
    place integer not null,
    parts text not null,                        -- the parts of a thread with U+001E between them
    language text not null default '',
    in_reply_to text,
    remote_id text,                             -- the post as its network names it, once it is there
    link text,
    sent_at integer,
    primary key (giveaway, step, profile)
) strict;

create index giveaways_saying_remote on giveaways_saying (profile, remote_id) where remote_id is not null;

-- How far each profile was listened to.
create table giveaways_source (
    profile text primary key,
    cursor text not null
) strict;

-- What people did to our posts while a giveaway went on: also to those of which it is not known yet that they are out.
create table giveaways_answer (
    profile text not null,
    event text not null,                        -- names the event on its network
    kind text not null,                         -- reply or repost
    handle text not null,
    at integer not null,
    post text not null,                         -- what it was done to, as the network names it
    text text not null,
    remote_id text,
    primary key (profile, event)
) strict;

create index giveaways_answer_by_post on giveaways_answer (profile, post, at);

-- Who has entered, and whether they take part: what was true, when.
create table giveaways_entrant (
    giveaway text not null references giveaways_giveaway (id),
    id text not null,                           -- names the person for ever
    profile text not null,
    handle text not null,
    name text not null,
    entered_at integer not null,
    answers integer not null,                   -- how often they have answered
    remote_id text,                             -- the answer that counts
    text text not null,
    takes_part integer not null,
    reason text not null,                       -- why not
    evidence text not null,
    primary key (giveaway, id)
) strict;

-- Prizes and who has won them. A prize that is passed on has another turn.
create table giveaways_award (
    giveaway text not null references giveaways_giveaway (id),
    number integer not null,
    turn integer not null,
    entrant text not null,
    place integer not null,                     -- in the order of the draw, from 1
    state text not null,                        -- offered, claimed or passed-on
    claim_until integer,                        -- set with the words that tell them
    told_at integer,
    ended_at integer,
    reason text not null default '',
    primary key (giveaway, number, turn)
) strict;
