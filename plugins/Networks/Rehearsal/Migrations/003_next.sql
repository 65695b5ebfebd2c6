-- When a handle's next event comes: asked for with every page that is read in a rehearsal.
create index rehearsal_event_next on rehearsal_event (handle, at) where sequence is null;

-- What has become visible. SQLite prefers the unique index on sequence where a condition says "sequence is null", and goes through all that is still hidden.
create index rehearsal_event_due on rehearsal_event (at, id) where coalesce(sequence, 0) = 0;
