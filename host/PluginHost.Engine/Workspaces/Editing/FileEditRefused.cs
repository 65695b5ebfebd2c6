namespace PluginHost.Engine.Workspaces.Editing;

/// <summary>The file is not touched: something is wrong in it, or it is written in a way that a person had better change.</summary>
public sealed record FileEditRefused(IReadOnlyList<ConfigurationProblem> Problems) : FileEdit
{
    public override string ToString() => string.Join('\n', Problems);
}
