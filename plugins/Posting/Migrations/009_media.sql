-- Pictures and films as they were when the post was planned: nobody needs the files when the time comes, on whatever machine that is.
create table posting_file (
    hash text primary key,                      -- SHA-256 of the bytes, in hex
    content_type text not null,
    width integer not null,                     -- pixels; 0: it does not say
    height integer not null,
    bytes blob not null
) strict;

create table posting_medium (
    target text not null references posting_target (key),
    place integer not null,                     -- the order within the post, from 0
    file text not null,                         -- the hash; the bytes go once nobody needs them
    name text not null,
    alt text not null,
    primary key (target, place)
) strict;

alter table posting_target add column media integer not null default 0;  -- how many go with it

-- What people have said of pictures, to be offered again.
create table posting_alt (
    hash text not null,
    language text not null,                     -- empty: nobody has named one
    alt text not null,
    said_at integer not null,
    primary key (hash, language)
) strict;
