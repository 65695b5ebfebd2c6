using PluginHost.Sdk;

namespace PluginHost.Listening.Queries;

/// <summary>A query that somebody listens for.</summary>
internal sealed record SavedQuery
{
    public const string Columns = "id, name, text, created_at";

    public required long Id { get; init; }

    /// <summary>Empty: a script listens for it.</summary>
    public required string Name { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static SavedQuery Read(IRow row) => new()
    {
        Id = row.Integer("id"),
        Name = row.Text("name"),
        Text = row.Text("text"),
        CreatedAt = row.Instant("created_at"),
    };
}
