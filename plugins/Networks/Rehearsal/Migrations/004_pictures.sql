-- What is to be seen beside a post, one description a line; its bytes are nobody's business here.
alter table rehearsal_post add column pictures text not null default '';
