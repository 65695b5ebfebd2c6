namespace PluginHost.Engine.Store.Postgres;

/// <summary>Takes a script apart at the semicolons that end statements: not those in texts, names, comments and bodies between dollar signs.</summary>
internal static class SqlScript
{
    /// <returns>The statements from their first words, without the semicolon, and the lines they begin in.</returns>
    public static IReadOnlyList<(string Statement, int Line)> Split(string script)
    {
        var statements = new List<(string, int)>();
        var tokens = SqlTokens.Read(script);
        int? start = null;
        var at = 0;
        foreach (var token in tokens)
        {
            if (token.Text == ";")
            {
                Take(at);
                start = null;
            }
            else if (start is null && token.IsWord)
            {
                start = at;
            }

            at += token.Text.Length;
        }

        Take(at);
        return statements;

        void Take(int end)
        {
            if (start is { } from)
                statements.Add((script[from..end], 1 + script.AsSpan(0, from).Count('\n')));
        }
    }
}
