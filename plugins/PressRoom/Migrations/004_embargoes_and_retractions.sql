-- The wall clock that was meant by an embargo (2027-03-01T09:00:00), and the zone in which it hangs; null: an instant was meant. Where the rules of the zone change, the instant follows it.
alter table press_release add column wall text;
alter table press_release add column zone text;

-- Why a release that is out is about to be retracted; null: it is not. What announces it is taken back first, and only then it is retracted.
alter table press_release add column retracting text;
