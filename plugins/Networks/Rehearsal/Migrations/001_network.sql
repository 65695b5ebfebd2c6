-- The rehearsal network's own memory. Instants are milliseconds since 1970-01-01T00:00Z.
create table rehearsal_post (
    id integer primary key,                     -- the post's name on the network
    key text not null unique,                   -- what it was sent with; the same key is the same post
    handle text not null,
    number integer not null,                    -- how many posts the handle has had, from 1
    text text not null,
    language text not null,
    speaks text not null,                       -- the language of the handle, which half of its followers share
    in_reply_to text,
    at integer not null,
    decided integer not null                    -- whether it is decided what the audience does about it
) strict;

create unique index rehearsal_post_by_handle on rehearsal_post (handle, number);
create index rehearsal_post_at on rehearsal_post (at);
create index rehearsal_post_undecided on rehearsal_post (id) where decided = 0;

-- What people do. It is decided when somebody first looks, from the post alone, and stays hidden until its instant comes.
create table rehearsal_event (
    id integer primary key,
    sequence integer unique,                    -- given when the instant has come: the order in which listeners read
    handle text not null,                       -- to whom
    kind text not null,                         -- reply, repost, like or follow
    actor text not null,                        -- by whom
    post text not null default '',              -- to which post; empty: to the handle
    text text not null default '',
    language text not null default '',
    at integer not null
) strict;

-- Doing it twice is the same as once. Replying twice is not.
create unique index rehearsal_event_once on rehearsal_event (kind, actor, handle, post) where kind <> 'reply';
create index rehearsal_event_at on rehearsal_event (at);
create index rehearsal_event_hidden on rehearsal_event (at) where sequence is null;
create index rehearsal_event_by_handle on rehearsal_event (handle, sequence);
