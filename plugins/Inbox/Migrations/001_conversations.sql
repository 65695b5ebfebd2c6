-- Who speaks to us. Instants are milliseconds since 1970-01-01T00:00Z.
create table inbox_contact (
    id integer primary key,
    network text not null,
    handle text not null,
    name text not null default '',              -- as the network tells it, and empty where it does not
    first_at integer not null
) strict;

create unique index inbox_contact_once on inbox_contact (network, handle);

-- One contact and our profiles, in one thread. It waits while there is a word of theirs that nothing covers; the words are the truth, and the rest follows.
create table inbox_conversation (
    id integer primary key,
    contact integer not null references inbox_contact (id),
    thread text not null,                       -- as the network names its beginning
    profile text not null,                      -- which of our profiles was spoken to last
    covered integer not null default 0,         -- every word of theirs up to this one is answered, or was closed
    last_word integer not null default 0,       -- the newest of their words that stands
    waits_since integer,                        -- the first of their words that is not covered; null: nobody waits
    gone integer not null default 0,            -- whether all that waited was taken back
    closed_at integer,
    closed_by text not null default '',
    closed_word text not null default '',       -- why no answer is needed
    snoozed_until integer,
    assignee text not null default '',
    assigned_at integer,
    labels text not null default ''             -- one a line
) strict;

create unique index inbox_conversation_once on inbox_conversation (contact, thread);
create index inbox_conversation_waiting on inbox_conversation (waits_since) where waits_since is not null;
create index inbox_conversation_snoozed on inbox_conversation (snoozed_until) where snoozed_until is not null;
create index inbox_conversation_assigned on inbox_conversation (assigned_at) where assigned_at is not null;

-- What was said. The id is the order in which it was heard.
create table inbox_word (
    id integer primary key,
    conversation integer not null references inbox_conversation (id),
    network text not null,
    remote_id text,
    ours integer not null,
    profile text not null,                      -- which of our profiles it was said to, or by
    at integer not null,
    text text not null,
    parent text,                                -- what it answers, as the network names it
    covers integer not null default 0,          -- ours: up to which word of theirs it answers
    asked_by text not null default '',          -- ours: a person, a script
    gone_at integer                             -- when they took it back
) strict;

create unique index inbox_word_once on inbox_word (network, remote_id) where remote_id is not null;
create index inbox_word_by_conversation on inbox_word (conversation, id);
create index inbox_word_by_parent on inbox_word (network, parent) where parent is not null;

-- Our answers, committed before they leave: begun > sent | refused | dropped.
create table inbox_answer (
    id integer primary key,
    conversation integer not null references inbox_conversation (id),
    word integer not null references inbox_word (id),
    profile text not null,
    text text not null,
    by_whom text not null,
    campaign text not null,                     -- campaign, occurrence and step name the side effect that it is
    occurrence text not null,
    step text not null,
    further integer not null,                   -- whether it is wanted although nobody waits
    state text not null,
    reason text not null default '',
    post text,                                  -- its post, once the publisher has it
    link text,
    begun_at integer not null,
    ended_at integer
) strict;

create unique index inbox_answer_effect on inbox_answer (campaign, occurrence, step);

-- Two who answer at once: the database lets one of them begin.
create unique index inbox_answer_open on inbox_answer (conversation) where state = 'begun';

-- What people here did about a conversation: note, assigned, returned, snoozed, back, closed, reopened, label.
create table inbox_entry (
    id integer primary key,
    conversation integer not null references inbox_conversation (id),
    at integer not null,
    kind text not null,
    by_whom text not null,
    text text not null
) strict;

create index inbox_entry_by_conversation on inbox_entry (conversation, id);
