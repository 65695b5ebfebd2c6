namespace PluginHost.Terminal;

/// <summary>Whether a character is a bracket with a partner (UAX #9, BD14 and BD15).</summary>
internal enum BracketKind
{
    None,
    Open,
    Close,
}
