using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

public sealed partial class PostingPlugin
{
    /// <summary>What says nothing.</summary>
    [Linter("posting.empty", "A text that says nothing", Severity.Error)]
    public Linter FindEmpty() => new EmptyLinter();

    /// <summary>What was lost on its way here.</summary>
    [Linter("posting.broken", "Characters that were lost on their way", Severity.Error)]
    public Linter FindBroken() => new BrokenLinter();

    /// <summary>What does not fit.</summary>
    [Linter("posting.length", "A text that is too long for its network", Severity.Error)]
    public Linter FindTooLong() => new LengthLinter();

    /// <summary>What is meant for the composer.</summary>
    [Linter("posting.marks", "Marks of the composer in what is said as it stands", Severity.Warning)]
    public Linter FindMarks() => new MarkLinter();

    /// <summary>What nobody has filled in.</summary>
    [Linter("posting.placeholder", "A placeholder that nobody has filled", Severity.Error)]
    public Linter FindPlaceholders() => new PlaceholderLinter();

    /// <summary>More than one cashtag.</summary>
    [Linter("posting.cashtags", "More than one cashtag, which X refuses", Severity.Error)]
    public Linter FindCashtags() => new CashtagLinter();

    /// <summary>What is not described.</summary>
    [Linter("posting.undescribed", "A picture or film without a description", Severity.Warning)]
    public Linter FindUndescribed() => new AltTextLinter();

    /// <summary>Another language than the profile's.</summary>
    [Linter("posting.language", "Another language than the profile speaks", Severity.Warning)]
    public Linter FindOtherLanguages() => new LanguageLinter();

    /// <summary>Another purpose than the profile's.</summary>
    [Linter("posting.purpose", "An offer where people come for help or news", Severity.Warning)]
    public Linter FindOffers(IHost host) => new PurposeLinter(host.Settings.List("offer-words"));

    /// <summary>What a sibling says too.</summary>
    [Linter("posting.sibling", "What another profile on the same network says too", Severity.Warning)]
    public Linter FindSiblings(IHost host) => new SiblingLinter(EarlierOf(host), host.Settings.Duration("repeats"));

    /// <summary>What is said again and again.</summary>
    [Linter("posting.repetition", "What the profile says again and again", Severity.Warning)]
    public Linter FindRepetition(IHost host) => new RepetitionLinter(EarlierOf(host), host.Settings.Duration("repeats"));

    // As anybody's linter would ask for it: through the service.
    private static Func<CancellationToken, Task<IEarlierTexts>> EarlierOf(IHost host) => host.Services.GetAsync<IEarlierTexts>;
}
