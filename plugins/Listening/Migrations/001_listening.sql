-- What is listened for. Instants are milliseconds since 1970-01-01T00:00Z.
create table listening_query (
    id integer primary key,
    name text not null,                         -- of a saved query; empty: a script listens for it
    text text not null,
    created_at integer not null,
    removed_at integer,                         -- null: it is listened for; what it has matched stays in any case
    wanted_until integer                        -- of a script's: how long it is listened for when nobody reads it
) strict;

create unique index listening_query_name on listening_query (name) where name <> '' and removed_at is null;
create unique index listening_query_script on listening_query (text) where name = '';

-- How often queries and lists have changed: one row. Whoever has read them looks here whether to read them again.
create table listening_change (
    id integer primary key,
    number integer not null
) strict;

-- People, by list. A query names a list: list:press.
create table listening_list (
    list text not null,
    handle text not null,                       -- without sign and capitals
    added_at integer not null,
    primary key (list, handle)
) strict;

-- What is not shown. It is heard and kept all the same.
create table listening_mute (
    kind text not null,                         -- query or author
    name text not null,                         -- the query's name, or the handle without sign and capitals
    muted_at integer not null,
    until integer,                              -- null: until it is taken back
    primary key (kind, name)
) strict;

-- A post that some query has met: a row a post, not a row a match. The id is the position of a match.
create table listening_post (
    id integer primary key,
    network text not null,
    remote_id text not null,
    handle text not null,
    plain_handle text not null,                 -- without sign and capitals
    name text not null,
    text text not null,
    language text not null,
    at integer not null,
    heard_at integer not null,
    link text,
    queries text not null                       -- the ids of the queries that it meets: ,3,17,
) strict;

create unique index listening_post_once on listening_post (network, remote_id);
create index listening_post_at on listening_post (at, id);

-- Where words stand, in every form in which they can be asked for; #tag, @mention and from:handle among them.
create table listening_word (
    word text not null,
    post integer not null,
    primary key (word, post)
) strict;

create index listening_word_post on listening_word (post);

-- How many posts met a query in an hour.
create table listening_count (
    query integer not null,
    hour integer not null,                      -- its beginning
    posts integer not null,
    primary key (query, hour)
) strict;
