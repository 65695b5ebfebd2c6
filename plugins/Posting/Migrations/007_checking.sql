-- What checks need: how texts resemble each other, who wrote a post, and who has said yes to which bytes.
create table posting_sketch (
    band integer not null,                      -- two of the least hashes of a text's runs of four letters; texts that share one may be similar
    post integer not null,
    place integer not null
) strict;

create index posting_sketch_band on posting_sketch (band, post, place);

-- How far the sketches are: one row.
create table posting_sketched (
    id integer primary key,
    post integer not null                       -- the last post whose texts are in
) strict;

create table posting_author (
    post integer primary key references posting_post (id),
    name text not null
) strict;

-- Every word about a post that was said, for ever. The newest one about the bytes that are there now holds.
create table posting_verdict (
    id integer primary key,
    post integer not null references posting_post (id),
    body_hash text not null,                    -- SHA-256 of all that the post says, in hex
    verdict text not null,                      -- approved or rejected
    name text not null,
    at integer not null,
    note text not null default ''
) strict;

create index posting_verdict_post on posting_verdict (post, id);
