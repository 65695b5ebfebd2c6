-- What is to be told to the press, and what became of it. Instants are milliseconds since 1970-01-01T00:00Z.

-- The newsroom, one row. What is out changes it; what stands in its folder is as of the change that was built last.
create table press_site (
    id integer primary key,
    name text not null,                         -- a UUID: what stands in the feeds is named by it, for ever
    changed integer not null,
    built integer not null,
    lease_owner text,                           -- who builds, and until when nobody else does
    lease_until integer
) strict;

-- armed > out > retracted; armed > held > armed; armed > withdrawn > armed. From out on it is public, whatever is killed.
create table press_release (
    name text primary key,
    version integer not null,                   -- 1, and one more with each correction and with the retraction
    state text not null,
    embargo text not null,                      -- as it is written; empty: none
    due_at integer not null,
    armed_at integer not null,
    armed_by text not null,
    out_at integer,
    out_change integer,                         -- the change of the newsroom with which it came out
    version_at integer,                         -- when the version that is public became so
    reason text not null default '',
    campaign text not null,                     -- campaign, occurrence and step name what announces it, for ever
    occurrence text not null,
    step text not null,
    announced_at integer                        -- when the publisher was last asked for it
) strict;

create index press_release_due on press_release (due_at) where state = 'armed';

-- What it says in each language, as it was when it was armed.
create table press_text (
    release text not null references press_release (name),
    language text not null,
    slug text not null,
    title text not null,
    summary text not null,
    body text not null,
    about text not null,
    contact text not null,
    tags text not null,                         -- a line each
    primary key (release, language)
) strict;

create unique index press_text_page on press_text (language, slug);

-- The files that it was armed from. One that is no longer as it was holds it back.
create table press_source (
    release text not null references press_release (name),
    file text not null,
    hash text not null,                         -- SHA-256, in hex
    asset text not null,                        -- the name of a picture in the newsroom; empty: it is a text
    primary key (release, file)
) strict;

-- What announces it, one row a profile.
create table press_teaser (
    release text not null references press_release (name),
    profile text not null,
    place integer not null,
    language text not null,
    text text not null,
    state text not null,                        -- scheduled, sent, refused, unknown
    link text,
    reason text not null default '',
    primary key (release, profile)
) strict;
