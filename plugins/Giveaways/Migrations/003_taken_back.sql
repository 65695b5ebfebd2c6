-- Which post says it, so that what has not left can be taken back before the giveaway goes on without it.
alter table giveaways_saying add column post text;
-- 1 from before the publisher is asked: without a post, it is not known yet whether there is one.
alter table giveaways_saying add column asked integer not null default 0;
