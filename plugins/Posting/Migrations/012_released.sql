-- What a post has cost, to be given back where it was not published.
create index posting_ledger_post on posting_ledger (post) where state <> 'released';
