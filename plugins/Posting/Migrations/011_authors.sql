-- Who wrote what, where it is not whoever's process commits it: whoever serves a workspace has written nothing.
alter table posting_recurring add column author text;              -- null: nobody knows, because it is older than this

-- Who has written at a post besides its author.
create table posting_coauthor (
    post integer not null references posting_post (id),
    name text not null,
    primary key (post, name)
) strict;
