-- Counts outlast the posts for ever: what the newest hours say is found without going through all of them.
create index listening_count_hour on listening_count (hour);
