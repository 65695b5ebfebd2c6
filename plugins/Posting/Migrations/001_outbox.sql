-- What was asked for, and what became of it on each profile. Instants are milliseconds since 1970-01-01T00:00Z.
create table posting_post (
    id integer primary key,
    asked_by text not null,
    created_at integer not null
) strict;

-- One row for each profile. Its state is the truth about the send: planned > sending > sent | refused | unknown.
create table posting_target (
    key text primary key,                       -- names the send for ever; the network is given it
    post integer not null references posting_post (id),
    place integer not null,                     -- the order within the post, from 0
    profile text not null,
    network text not null,
    text text not null,
    language text not null,
    state text not null,
    attempt integer not null default 0,
    body_hash text,                             -- SHA-256 of the text as it left, in hex
    sending_at integer,
    remote_id text,
    link text,
    reason text not null default '',
    sent_at integer                             -- when the network says that it was published
) strict;

create unique index posting_target_by_post on posting_target (post, place);
create index posting_target_open on posting_target (state) where state in ('planned', 'sending', 'unknown');
create index posting_target_sent on posting_target (sent_at) where state = 'sent';
