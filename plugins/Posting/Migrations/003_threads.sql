-- Threads: each part is a row of its own, one after the other in the order of the post, and answers the one before.
alter table posting_target add column part integer not null default 0;   -- which part of its thread, from 0
alter table posting_target add column parts integer not null default 1;  -- how many parts the thread has; 1: it is one post
alter table posting_target add column thread_root text;                  -- the thread's first part, as the network names it
