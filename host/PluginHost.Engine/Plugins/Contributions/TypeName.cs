namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>A type as metadata names it: full name, the assembly that it is looked for in, generic arguments.</summary>
internal sealed record TypeName(string FullName, string Assembly)
{
    public IReadOnlyList<TypeName> Arguments { get; init; } = [];

    /// <summary>What awaiting it gives: the argument of a generic task, nothing of a plain one, else the type itself.</summary>
    public TypeName? Awaited => FullName switch
    {
        "System.Threading.Tasks.Task`1" => Arguments[0],
        "System.Threading.Tasks.Task" or "System.Void" => null,
        _ => this,
    };

    public override string ToString() => FullName;
}
