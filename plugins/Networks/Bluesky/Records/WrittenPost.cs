namespace PluginHost.Bluesky;

/// <summary>A post that is ready to be published: where it will stand, and its bytes.</summary>
internal sealed record WrittenPost
{
    public required AtUri Uri { get; init; }

    public required byte[] Record { get; init; }

    /// <summary>As the server will name its content.</summary>
    public required string Cid { get; init; }

    public required DateTimeOffset At { get; init; }
}
