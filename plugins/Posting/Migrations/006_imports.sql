-- What files brought, by the row's id or by a hash of what it says: the same file again changes nothing.
create table posting_import (
    id text primary key,
    post integer not null references posting_post (id),
    profiles text not null                      -- with a space between
) strict;

create index posting_import_by_post on posting_import (post);

-- How a row has looked since it was last changed: in the file that brought it, and in those that were written since.
create table posting_import_form (
    id text not null references posting_import (id),
    hash text not null,
    primary key (id, hash)
) strict;
