-- Coupons that were issued together.
create table giveaways_batch (
    code text primary key,                      -- what everybody may be shown
    name text not null,
    count integer not null,
    issued_at integer not null,
    expires_at integer,
    campaign text,                              -- campaign, occurrence and step name the side effect that it is
    occurrence text,
    step text
) strict;

create unique index giveaways_batch_effect on giveaways_batch (campaign, occurrence, step) where campaign is not null;

create table giveaways_coupon (
    code text primary key,
    batch text not null references giveaways_batch (code),
    place integer not null,
    redeemed_at integer,
    redeemed_by text,
    redeemed_for text                           -- the side effect that redeemed it
) strict;

create unique index giveaways_coupon_by_batch on giveaways_coupon (batch, place);
create index giveaways_coupon_left on giveaways_coupon (batch, place) where redeemed_at is null;
