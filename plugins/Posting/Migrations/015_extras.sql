-- What goes with a post besides words and pictures: a warning, who sees it, a poll, a quote, a link card. JSON; empty: nothing.
alter table posting_target add column extras text not null default '';
