-- What sends cost. Sums are millionths of the currency's unit.
create table posting_ledger (
    target text not null,                       -- the key of the send
    attempt integer not null,
    post integer not null,
    profile text not null,
    network text not null,
    campaign text not null,                     -- empty: a person asked
    what text not null,
    micros integer not null,
    currency text not null,
    at integer not null,
    state text not null,                        -- reserved > charged, or released: it was not published, for certain
    primary key (target, attempt)
) strict;

create index posting_ledger_at on posting_ledger (at);

-- What of a budget is spent, reserved sums among it. One row is one lock: two processes that reserve at once wait for each other here.
create table posting_spent (
    budget text not null,
    period text not null,
    currency text not null,
    micros integer not null,
    primary key (budget, period, currency)
) strict;
