-- Whether somebody is answered already is asked again and again, by what is answered.
create index posting_target_answers on posting_target (profile, in_reply_to) where in_reply_to is not null;
