-- What sending once needs beside the state: leases, doubts, times and limits.
alter table posting_post add column planned_at integer;             -- when it is to go out; null: at once, or it is a draft
alter table posting_post add column campaign text;                  -- campaign, occurrence and step name the side effect that it is
alter table posting_post add column occurrence text;
alter table posting_post add column step text;
alter table posting_post add column body_hash text;                 -- SHA-256 of all that its variants say, in hex
create unique index posting_post_effect on posting_post (campaign, occurrence, step) where campaign is not null;

-- draft > scheduled > leased > sending > sent | refused | unknown
alter table posting_target add column in_reply_to text;             -- the post that it answers, as the network names it
alter table posting_target add column due_at integer;               -- nothing happens to it before; null: nothing happens by itself
alter table posting_target add column held_at integer;              -- when it was found too late to go out without a person's word
alter table posting_target add column tries integer not null default 0;  -- how often it was put off in a row
alter table posting_target add column lease_owner text;             -- who has it in hand, and until when nobody else takes it
alter table posting_target add column lease_until integer;
alter table posting_target add column first_sent_at integer;        -- the first attempt that may have arrived; null: none may have
alter table posting_target add column refusal text;                 -- why the last attempt was refused while an earlier one is in doubt
alter table posting_target add column refused_by text;              -- network, checks, caller or person

update posting_target set state = 'scheduled', due_at = (select p.created_at from posting_post p where p.id = posting_target.post)
where state = 'planned';
update posting_target set due_at = sending_at, first_sent_at = sending_at where state in ('sending', 'unknown');

create index posting_target_due on posting_target (due_at, post, place, profile) where state = 'scheduled';
create index posting_target_leased on posting_target (lease_until) where state = 'leased';
create index posting_target_sending on posting_target (sending_at) where state = 'sending';
create index posting_target_doubt on posting_target (due_at, post, place, profile) where state = 'unknown';
create index posting_target_remote on posting_target (profile, remote_id) where remote_id is not null;

-- What networks have said about how much a profile may still send.
create table posting_limit (
    profile text primary key,
    remaining integer not null,
    resets_at integer not null,
    seen_at integer not null
) strict;

-- When somebody last looked after what is due: one row.
create table posting_watch (
    id integer primary key,
    seen_at integer not null
) strict;

-- What people did to posts of the workspace's profiles. The id is the position of a reaction.
create table posting_reaction (
    id integer primary key,
    profile text not null,
    event text not null,                        -- names the event on its network
    kind text not null,
    handle text not null,
    at integer not null,
    post text not null,                         -- what it was done to, as the network names it
    text text not null,
    remote_id text
) strict;

create unique index posting_reaction_once on posting_reaction (profile, event);
create index posting_reaction_by_post on posting_reaction (profile, post, id);
