using System.Text;

namespace PluginHost.Engine.Scripting;

/// <summary>How a run of a script ended. Outcomes hold texts and SDK values only, so that keeping one keeps no script in memory.</summary>
public abstract record ScriptOutcome
{
    /// <summary>What the run took; null where that is not known, since its thread was given up. Two runs may end the same, and take what they like.</summary>
    public ScriptUsage? Usage { get; init; }

    /// <inheritdoc />
    public virtual bool Equals(ScriptOutcome? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc />
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>Writes nothing of what the run took: it is no part of how it ended.</summary>
    protected virtual bool PrintMembers(StringBuilder builder) => false;
}
