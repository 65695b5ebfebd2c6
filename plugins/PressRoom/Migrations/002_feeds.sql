-- What others publish, and what became of it here.

-- Feeds whose items become posts.
create table press_feed (
    name text primary key,
    address text not null,                      -- an address, or a file of the workspace
    speakers text not null,                     -- profiles, or a purpose
    template text not null,
    most integer not null,                      -- how many items a look gives at most
    with_old integer not null,                  -- 1: what stood in it at the first look is posted too
    added_at integer not null,
    next_at integer not null,                   -- when it is asked again
    looked_at integer,
    tries integer not null default 0,           -- how often it could not be had in a row
    problem text not null default '',
    tag text not null default ''                -- what the server called the last answer (ETag)
) strict;

-- Who takes items from which feed. One who is not here looks for the first time.
create table press_taker (
    taker text not null,
    feed text not null,
    primary key (taker, feed)
) strict;

-- What was given to a taker, or stood there at the first look: by id, and by link and title together. For ever.
create table press_seen (
    taker text not null,
    feed text not null,
    identity text not null,                     -- SHA-256, in hex
    primary key (taker, feed, identity)
) strict;

-- What one look gave. The same effect is given the same again.
create table press_batch (
    id integer primary key,
    taker text not null,
    feed text not null,
    at integer not null,
    campaign text,
    occurrence text,
    step text
) strict;

create unique index press_batch_effect on press_batch (campaign, occurrence, step) where campaign is not null;

create table press_item (
    batch integer not null references press_batch (id),
    place integer not null,
    identity text not null,                     -- the first of its identities: the post is named by it
    id text not null,
    title text not null,
    link text not null,
    summary text not null,
    published_at integer,
    tags text not null,                         -- a line each
    state text not null,                        -- given, or how far its post is: scheduled, sent, refused, unknown
    reason text not null default '',
    tried_at integer,
    primary key (batch, place)
) strict;

create index press_item_open on press_item (state) where state in ('scheduled', 'unknown');

-- What each profile says of an item: worked out once, and the same words however often it is tried.
create table press_item_text (
    batch integer not null references press_batch (id),
    item integer not null,                      -- its place in the batch
    place integer not null,
    profile text not null,
    language text not null,
    text text not null,
    primary key (batch, item, place)
) strict;
