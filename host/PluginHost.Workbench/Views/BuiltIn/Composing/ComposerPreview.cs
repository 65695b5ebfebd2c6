using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>What each profile's network makes of the text: how long it is of how much, and how it reads there. Enter chooses a profile, or no longer.</summary>
internal sealed class ComposerPreview : ViewSource
{
    // Lines of a tree are cut and not wrapped.
    private const int Width = 44;
    private const double Near = 0.9;
    private readonly Workbench _workbench;
    private readonly Composer _composer;

    public ComposerPreview(Workbench workbench, Composer composer)
        : base(ComposerCommands.Preview, Texts.PreviewTitle, Area.Editor)
    {
        (_workbench, _composer) = (workbench, composer);
        composer.Changed += Refresh;
    }

    public override string Welcome => Texts.PreviewEmpty;

    public override async Task<View> SnapshotAsync(CancellationToken cancel)
    {
        var draft = _composer.Draft;
        var nodes = new List<TreeNode>();
        if (_composer is { Chosen.Count: 0, Speakers.Count: > 0 })
        {
            nodes.Add(new TreeNode { Id = "nobody", Text = $"{Sign.Warning} {Texts.PreviewNobody}" });
            nodes.Add(new TreeNode { Id = "choose", Text = Texts.Fill(Texts.PreviewChoose, _workbench.Keys.KeyOf("workbench.compose.profiles")) });
        }

        foreach (var profile in _composer.Speakers)
            nodes.Add(draft.Profiles.Contains(profile.Name) ? Chosen(draft, profile, await _composer.RulesOfAsync(profile, cancel)) : Other(profile));

        return new Tree { Nodes = nodes };
    }

    private static TreeNode Other(Profile profile) => Node(profile, "·", []);

    private TreeNode Chosen(Draft draft, Profile profile, ProfileRules rules)
    {
        if (rules.Rules is null)
            return Node(profile, Sign.Bad, [new TreeNode { Id = "rules", Text = rules.Problem }]);

        var parts = _composer.PreviewOf(profile, rules.Rules).Parts;
        var counts = parts.Select(part => part.Count).OfType<TextCount>().ToList();
        var sign = counts.Any(count => !count.Fits) ? Sign.Bad
            : draft.IsBlank ? Sign.Waiting
            : counts.Any(count => count.Count > count.Limit * Near) ? Sign.Warning
            : Sign.Good;
        return Node(profile, sign, [.. parts.SelectMany((part, place) => Part(rules.Rules, part, place, parts.Count))]);
    }

    private static IEnumerable<TreeNode> Part(NetworkRules rules, PartPreview part, int place, int parts) =>
        [Count(rules, part, place, parts), .. Lines(part.Shown, place), .. part.Media.Select((medium, number) => Picture(medium, $"picture {place}.{number}"))];

    private static TreeNode Picture(MediumPreview medium, string id) => new()
    {
        Id = id,
        Text = medium.Alt.Length > 0 ? $"│ [{medium.File}] {medium.Alt}" : $"│ {Sign.Warning} [{medium.File}] {Texts.PreviewNoAlt}",
        Detail = medium.Description,
    };

    private static TreeNode Count(NetworkRules rules, PartPreview part, int place, int parts)
    {
        var text = "";
        if (part.Count is { } count)
        {
            var unit = rules.Unit == CountUnit.CodePoints ? Texts.PreviewCodePoints : Texts.PreviewCharacters;
            text = string.Create(CultureInfo.InvariantCulture, $"{count.Count} / {count.Limit} {unit}");
            if (count.ByteLimit is { } bytes)
                text = string.Create(CultureInfo.InvariantCulture, $"{text}   {count.Bytes} / {bytes} {Texts.PreviewBytes}");
        }

        if (parts > 1)
            text = string.Create(CultureInfo.InvariantCulture, $"{place + 1}/{parts}   {text}");

        return new TreeNode
        {
            Id = $"count {place}",
            Text = part.Count is { Fits: false } ? $"{Sign.Bad} {text}" : text,
            Detail = place == 0 ? rules.Source : "",
        };
    }

    private static TreeNode Node(Profile profile, string sign, IReadOnlyList<TreeNode> children)
    {
        var fields = Record.Of(("profile", profile.Name));
        return new TreeNode
        {
            Id = profile.Name,
            Text = $"{sign} {profile.Name}",
            Detail = ProfilesView.Describe(profile),
            Children = children,
            Fields = fields,
            Open = new CommandCall { Id = "workbench.compose.toggle", Arguments = fields },
        };
    }

    private static IEnumerable<TreeNode> Lines(string text, int place)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            var rest = line.TrimEnd();
            do
            {
                var end = rest.Length > Width && rest.LastIndexOf(' ', Width) is var space and > 0 ? space : rest.Length;
                yield return new TreeNode { Id = $"line {place}.{number++}", Text = $"│ {rest[..end]}" };
                rest = end < rest.Length ? rest[(end + 1)..] : "";
            }
            while (rest.Length > 0);
        }
    }
}
