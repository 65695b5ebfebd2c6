-- What a send was planned for when it left. A network that lets the sender choose a post's identity may have it from this: planning the rest of the post anew must not change it.
alter table posting_target add column frozen_at integer;
