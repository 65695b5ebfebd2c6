namespace PluginHost.Terminal;

/// <summary>What may be open at the end of a line of C#.</summary>
internal enum CSharpOpen
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>A comment between signs.</summary>
    Comment,

    /// <summary>A string with escapes; it ends with its line, but for its holes.</summary>
    String,

    /// <summary>A string in which a backslash is itself.</summary>
    Verbatim,

    /// <summary>A string between three quotes or more.</summary>
    Raw,
}
