namespace PluginHost.Sdk;

/// <summary>Fields to fill in; submitting runs a command with the fields as arguments.</summary>
public sealed record FormView : View
{
    /// <summary>The fields, in order.</summary>
    public required IReadOnlyList<FormField> Fields { get; init => field = [.. value]; }

    /// <summary>The id of the command that submitting runs.</summary>
    public required string SubmitCommand { get; init; }

    /// <summary>What the button says.</summary>
    public required string SubmitTitle { get; init; }
}
