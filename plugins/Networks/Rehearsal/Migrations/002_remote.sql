-- Posts of profiles that speak on a server are told here too: under the server's names for them.
alter table rehearsal_post add column remote_id text;
alter table rehearsal_post add column link text;

create index rehearsal_post_remote on rehearsal_post (remote_id) where remote_id is not null;
