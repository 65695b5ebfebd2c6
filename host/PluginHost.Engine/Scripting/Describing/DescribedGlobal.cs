using System.Text;

namespace PluginHost.Engine.Scripting;

/// <summary>Something that every script sees without asking, as its documentation describes it.</summary>
public sealed record DescribedGlobal
{
    public required string Name { get; init; }

    /// <summary>Whose it is: a plugin's id; empty for the host's own.</summary>
    public required string Plugin { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>The ways to write it.</summary>
    public required IReadOnlyList<DescribedMember> Forms { get; init; }

    /// <summary>What stands behind a point after it; none where it is a function or a plain value.</summary>
    public required IReadOnlyList<DescribedMember> Members { get; init; }

    /// <summary>The beginning of the description: what a list has room for.</summary>
    public string FirstSentence => Description.IndexOfAny(['.', ':']) is > 0 and var end && (end + 1 == Description.Length || Description[end + 1] == ' ')
        ? Description[..end] + "."
        : Description;

    /// <summary>All of it, as people read it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(Plugin.Length == 0 ? Name : $"{Name}, of the plugin {Plugin}").Append(": ").Append(Description);
        foreach (var form in Forms)
            Append(text, form, form.Description == Description ? "" : form.Description);

        if (Members.Count > 0)
            text.Append("\n\nAfter the point:");

        foreach (var member in Members)
            Append(text, member, member.Description);

        return text.ToString();
    }

    private static void Append(StringBuilder text, DescribedMember member, string description)
    {
        text.Append("\n\n  ").Append(member.Usage);
        if (description.Length > 0)
            text.Append("\n    ").Append(description);

        foreach (var line in member.Details)
            text.Append("\n    ").Append(line);
    }
}
