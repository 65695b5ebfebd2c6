namespace PluginHost.Engine.Ways.Accounts;

/// <summary>How long a server asks to be left alone (RFC 9110, section 10.2.3): seconds, or a date by the server's own clock.</summary>
internal static class RetryAfter
{
    /// <returns>The time, not below zero; null where it asks for nothing.</returns>
    public static TimeSpan? Of(HttpResponseMessage answer, TimeProvider clock)
    {
        if (answer.Headers.RetryAfter is not { } asked)
            return null;

        // The answer says what the server's clock shows: by ours, which may be an hour off, its date means nothing.
        var time = asked.Delta ?? asked.Date - (answer.Headers.Date ?? clock.GetUtcNow());
        return time < TimeSpan.Zero ? TimeSpan.Zero : time;
    }
}
