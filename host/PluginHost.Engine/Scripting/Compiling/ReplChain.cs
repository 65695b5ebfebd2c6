using Microsoft.CodeAnalysis.CSharp;

namespace PluginHost.Engine.Scripting;

/// <summary>What was entered into a REPL so far, compiled: the next entry sees what these have declared.</summary>
internal sealed class ReplChain(string name)
{
    private CSharpCompilation? _offered;

    /// <summary>The last entry; null before the first.</summary>
    public CSharpCompilation? Last { get; private set; }

    /// <summary>How many entries there are.</summary>
    public int Count { get; private set; }

    /// <summary>What the assembly of the next entry is called: the ones after it find it by this.</summary>
    public string NextName => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}_{Count + 1}");

    /// <summary>Notes an entry that compiles, and may not come to be run.</summary>
    public void Offer(CSharpCompilation entry) => _offered = entry;

    /// <summary>Takes the entry, which is about to run. What it declares is seen from now on, also where it throws.</summary>
    public void Accept()
    {
        Last = _offered;
        _offered = null;
        Count++;
    }
}
