-- What was asked of many, and the posts that ask it: begun > asked | refused.
create table inbox_question (
    id integer primary key,
    text text not null,
    choices text not null default '',           -- one a line; empty: whatever they say counts
    profiles text not null,                     -- one a line
    by_whom text not null,
    state text not null,
    reason text not null default '',
    at integer not null
) strict;

create table inbox_question_post (
    question integer not null references inbox_question (id),
    profile text not null,
    network text not null,
    remote_id text not null
) strict;

create unique index inbox_question_post_once on inbox_question_post (network, remote_id);
create index inbox_question_post_of on inbox_question_post (question);
