-- When a refusal was first seen: the bytes of what was taken back are kept for a while after that, however old the post is.
alter table posting_target add column refused_at integer;           -- null: it is not refused, or nobody has looked since

create index posting_target_media on posting_target (state) where media > 0;
