using Microsoft.Data.Sqlite;
using PluginHost.Benchmarks.Outbox;

namespace PluginHost.Benchmarks.Lint;

/// <summary>A workspace in which five profiles on one network have said 100,000 texts.</summary>
internal static class LintPlace
{
    public static IReadOnlyList<string> Profiles { get; } = ["@one", "@two", "@three", "@four", "@five"];

    /// <returns>The path of its <c>plugins.yaml</c>.</returns>
    public static async Task<string> MakeAsync(TemporaryFolder temporary, IReadOnlyList<string> texts, CancellationToken cancel)
    {
        BenchNetwork.Write(temporary.Under(BenchNetwork.Id));
        Directory.CreateDirectory(temporary.Under("lint"));
        var file = Path.Combine(temporary.Under("lint"), "plugins.yaml");
        string[] lines =
        [
            "plugins:",
            "  posting:",
            $"  {BenchNetwork.Id}: {{ path: ../{BenchNetwork.Id} }}",
            "profiles:",
            .. Profiles.Select(profile => $"  \"{profile}\": {{ network: {BenchNetwork.Id} }}"),
        ];
        await File.WriteAllLinesAsync(file, lines, cancel);

        // The plugin makes its tables; the texts come by the back door, as if they had been said in the last weeks.
        await using (await LintSubject.OpenAsync(file, temporary.Under("home"), cancel))
        {
        }

        Fill(Path.Combine(temporary.Under("lint"), ".pluginhost", "store.db"), texts);
        return file;
    }

    private static void Fill(string store, IReadOnlyList<string> texts)
    {
        using var connection = new SqliteConnection($"Data Source={store};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var post = connection.CreateCommand();
        post.CommandText = "insert into posting_post (id, asked_by, created_at) values ($id, 'a benchmark', $at)";
        using var target = connection.CreateCommand();
        target.CommandText =
            """
            insert into posting_target (key, post, place, profile, network, text, language, state, attempt, sent_at)
            values ($key, $id, 0, $profile, 'bench', $text, '', 'sent', 1, $at)
            """;
        var now = TimeProvider.System.GetUtcNow();
        for (var place = 0; place < texts.Count; place++)
        {
            var at = now.AddSeconds(-20 * (texts.Count - place)).ToUnixTimeMilliseconds();
            Run(post, ("$id", place + 1), ("$at", at));
            Run(target, ("$key", $"k{place}"), ("$id", place + 1), ("$profile", Profiles[place % Profiles.Count]), ("$text", texts[place]), ("$at", at));
        }

        transaction.Commit();
    }

    private static void Run(SqliteCommand command, params (string Name, object Value)[] parameters)
    {
        command.Parameters.Clear();
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);

        command.ExecuteNonQuery();
    }
}
