-- The publisher's id of the post that announces a release; null: none is known. What is retracted is announced no longer.
alter table press_release add column post text;
