// A grocery chain that is asked the same things all day: what the FAQ can answer is answered at once, the rest is left to a person, and how many wait is said.
// Questions and answers stand in faq.md. Another closing time stands behind the name: run scripts/grocery-chain.csx -- 21:30

var closing = Today.At(Args.Count > 0 ? Args[0] : "21:00");
var (asked, answered) = (0, 0);

await foreach (var conversation in Inbox.Conversations.Until(closing))
{
    asked++;
    if (Faq.Answer(conversation) is not { } answer)
        await conversation.Label("for a person");
    else if (await conversation.Answer($"@{conversation.Handle} {answer}") is Answered)
        answered++;
}

var waiting = await Inbox.Waiting;
Say($"{answered} of {asked} questions are answered, and {waiting.Count} wait for a person.");
foreach (var conversation in waiting.Take(3))
    Say($"  {conversation.Name} since {conversation.WaitsSince:HH:mm}: {conversation.Text}");

Expect.That(answered + waiting.Count >= asked, "whoever asks is answered, or visibly waits");
Expect.That(asked == 0 || answered > waiting.Count, "the FAQ answers most of them");
Expect.AnswersAtMost("@grocer", asked);
