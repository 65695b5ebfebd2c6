using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// Gives the compiler what a script loads with the checks in it. The compiler reads such files itself: checks in the script alone would leave their
/// loops without.
/// </summary>
internal sealed class GuardedSources(string folder, IReadOnlyDictionary<string, SourceText> guarded) : SourceFileResolver([], folder)
{
    public override SourceText ReadText(string resolvedPath) => guarded[resolvedPath];

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
