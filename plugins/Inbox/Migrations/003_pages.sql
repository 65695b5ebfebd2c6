-- The files that inbox.publish-faq has written, and what they were then: what somebody else has made or changed is not overwritten.
create table inbox_page (
    path text primary key,                      -- within the workspace
    hash text not null,                         -- SHA-256 of the text
    written_at integer not null
) strict;
