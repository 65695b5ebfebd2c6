using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>One post: what it says, what became of it on each profile, and what can be done now, each of which Enter does.</summary>
internal sealed class PostTree(IReadOnlyList<ShownTarget> shown, ILookup<string, Medium> media, Moments moments, Timing timing)
{
    // Lines of a tree are cut and not wrapped.
    private const int Width = 72;

    private readonly long _post = shown[0].Target.Post;
    private readonly List<OutboxTarget> _rows = [.. shown.Select(each => each.Target)];
    private readonly List<OutboxTarget> _targets = [.. Threads.Whole(shown.Select(each => each.Target))];

    public Tree Make() => new()
    {
        Caption = string.Create(
            CultureInfo.InvariantCulture,
            $"post {_post} by {shown[0].Campaign ?? shown[0].AskedBy}, {moments.Text(_targets[0].PlannedAt ?? _targets[0].CreatedAt)}"),
        Nodes = [.. Texts(), .. _targets.Select(TargetNode), .. Deeds()],
    };

    // The parts of a thread are told one by one.
    private bool IsSaidAlike => _targets.TrueForAll(target => target.Parts == 1 && target.Text == _targets[0].Text);

    private IEnumerable<TreeNode> Texts() => IsSaidAlike ? [.. Lines(_targets[0].Text)] : [];

    private TreeNode TargetNode(OutboxTarget target)
    {
        var standing = Standing.Of(target, moments.Now, timing);
        var children = new List<TreeNode>();
        if (target.Parts > 1)
            children.AddRange(_rows.Where(row => row.Profile == target.Profile).Select(PartNode));
        else if (!IsSaidAlike)
            children.AddRange(Lines(target.Text));

        if (target.Parts == 1)
            children.AddRange(Media(target));

        if (standing.Next.Length > 0)
            children.Add(new TreeNode { Id = "next", Text = standing.Next });

        if (target.Attempt > 1)
            children.Add(new TreeNode { Id = "attempt", Text = string.Create(CultureInfo.InvariantCulture, $"tried {target.Attempt} times") });

        return new TreeNode
        {
            Id = target.Key,
            Text = $"{standing.Sign} {target.Profile}",
            Detail = $"{standing.Word}, {moments.Text(OutboxTable.TimeOf(target))}, {target.Network}",
            Children = children,
            Fields = FieldsOf(target),
        };
    }

    private TreeNode PartNode(OutboxTarget part)
    {
        var standing = Standing.Of(part, moments.Now, timing);
        var next = ThreadOrder.HeldBackBy(part, _rows) is { Length: > 0 } heldBack ? heldBack : standing.Next;
        return new TreeNode
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{part.Key} part"),
            Text = string.Create(CultureInfo.InvariantCulture, $"{standing.Sign} {part.Part + 1}/{part.Parts} {part.Text.Split('\n')[0]}"),
            Detail = standing.Word,
            Children = [.. Lines(part.Text), .. Media(part), .. next.Length == 0 ? Array.Empty<TreeNode>() : [new TreeNode { Id = "next", Text = next }]],
            Fields = FieldsOf(part),
        };
    }

    private IEnumerable<TreeNode> Deeds()
    {
        var isWaiting = _rows.Exists(target => target.State is TargetState.Draft or TargetState.Scheduled);
        if (isWaiting)
        {
            yield return Deed("posting.now", "Send it now");
            yield return Deed("posting.schedule", "Give it a time…");
        }

        if (isWaiting || _rows.Exists(target => target.State == TargetState.Leased))
            yield return Deed("posting.undo", "Take it back");

        foreach (var target in _rows.Where(target => target.State == TargetState.Unknown || ThreadOrder.KeepsOthers(target, _rows)))
        {
            yield return Settle(target, "sent", "it is there");
            yield return Settle(target, "refused", "it is not there, and stays so");
            yield return Settle(target, "again", "it is not there; send it once more");
        }
    }

    private TreeNode Deed(string command, string text) => new()
    {
        Id = command,
        Text = $"→ {text}",
        Open = new CommandCall { Id = command, Arguments = Record.Of(("post", _post)) },
    };

    private TreeNode Settle(OutboxTarget target, string outcome, string text) => new()
    {
        Id = $"{target.Key} {outcome}",
        Text = target.Parts == 1
            ? $"→ {target.Profile}: {text}"
            : string.Create(CultureInfo.InvariantCulture, $"→ {target.Profile}, part {target.Part + 1}: {text}"),
        Open = new CommandCall
        {
            Id = "posting.settle",
            Arguments = outcome == "sent" && target.Part + 1 < target.Parts
                ? Record.Of(("post", _post), ("profile", target.Profile), ("outcome", outcome))
                : Record.Of(("post", _post), ("profile", target.Profile), ("outcome", outcome), ("id", "")),
        },
    };

    private Record FieldsOf(OutboxTarget target) => Record.Of(("post", _post), ("profile", target.Profile));

    private IEnumerable<TreeNode> Media(OutboxTarget target) => media[target.Key].Select((medium, place) => new TreeNode
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{target.Key} medium {place}"),
        Text = medium.File,
        Detail = medium.Alt.Length > 0 ? medium.Alt : "nobody has said what is to be seen",
    });

    private IEnumerable<TreeNode> Lines(string text) => Wrap(text).Select((line, place) => new TreeNode
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"line {place}"),
        Text = line,
        Fields = FieldsOf(_targets[0]),
    });

    private static IEnumerable<string> Wrap(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var rest = line.TrimEnd();
            while (rest.Length > Width && rest.LastIndexOf(' ', Width) is var space and > 0)
            {
                yield return rest[..space];
                rest = rest[(space + 1)..];
            }

            yield return rest;
        }
    }
}
