namespace PluginHost.Terminal;

/// <summary>
/// C# as scripts are written in it. It goes by the signs alone and knows no types: a name with a capital is taken for a type, one before a bracket for what
/// is called. A small example of a language; one that compiles knows better.
/// </summary>
public sealed class CSharpScript : ILanguage
{
    /// <inheritdoc/>
    public bool IsProse => false;

    /// <inheritdoc/>
    public string CommentPrefix => "//";

    /// <inheritdoc/>
    public long Classify(string line, long state, List<TextSpan> spans) => new CSharpScanner(line, state, spans).Scan();
}
