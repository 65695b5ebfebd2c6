// The executives hand out three prizes among those who answer them, drawn so that anybody can check it. Who does not say thank you in time makes room for the next.
// Entries are open until six; another time stands behind the name: run scripts/executives-prizes.csx -- 21:30

var closing = Today.At(Args.Count > 0 ? Args[0] : "18:00");
Say($"Entries are open until {closing:HH:mm}.");
if (closing <= Now)
    Stop("That has passed: nobody could enter any more.");

var giveaway = await Giveaways.Begin("A day with us")
    .Prizes("Lunch with the executives", "A year of data, anywhere in Europe", "A new phone")
    .On("@telco", $"Three of you win: lunch with us, a year of data, a phone. Answer “count me in” and mention @telco until {closing:HH:mm}.")
    .Phrase("count me in").Mention("@telco").Followers().OlderThan(TimeSpan.FromDays(30))
    .Without("telco_help")
    .Until(closing).ClaimedWithin(Hours(5));

// Whoever serves the workspace goes on with it, too: with whom takes part, with the round of drand that decides, and with the answers to those who have won.
var winners = await giveaway.Winners();
foreach (var winner in winners)
    Say($"{winner.Prize} goes to {winner.Handle}.");

Expect.That(winners.Count == 3 && winners.DistinctBy(winner => winner.Id).Count() == 3, "three winners, each once");
Expect.Posts("@telco", 2);
Expect.AnswersAtMost("@telco", 12);
