// Two scoops for one, until six: the profiles for offers show a code, each in its language, and whoever shows it at the counter is given the next of two hundred coupons.
// Another time stands behind the name: run scripts/coupon-at-the-counter.csx -- 21:30

var closing = Today.At(Args.Count > 0 ? Args[0] : "18:00");
var until = $"{closing:HH:mm}";
Say($"Coupons are good until {until}.");
if (closing <= Now)
    Stop("That has passed: nobody could redeem one any more.");

var coupons = await Coupons.Issue(200, expires: closing);
var post = await Publish
    .Text("en", "Two scoops for one, until {until}. Show this code: {coupon}")
    .Text("nb", "To kuler for én, til klokken {until}. Vis koden: {coupon}")
    .With("until", until)
    .With("coupon", coupons)
    .To(Profiles.For("offers"));

// At the counter it is giveaways.coupons.redeem code=… that is asked; a script can do it too.
var first = await Coupons.Redeem(coupons.Code, by: "the till");
var again = await Coupons.Redeem(first.Code, by: "another till");
Say(again.Reason);

await Wait(closing);
Say($"{await Coupons.Redeemed} of {coupons.Codes.Count} came so far.");

Expect.That(first.IsRedeemed && !again.IsRedeemed, "a coupon is redeemed once");
Expect.That(post.Targets.All(target => target.Text.Contains(until)), "everybody is told until when it is good");
Expect.Posts("@telco_offers", 1);
Expect.Posts("@telco_nb", 1);
