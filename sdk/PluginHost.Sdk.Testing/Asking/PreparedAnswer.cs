namespace PluginHost.Sdk.Testing;

/// <summary>An answer that waits for its question.</summary>
/// <param name="Question">What the question contains.</param>
/// <param name="Kind">Which kind of question it answers; null: any.</param>
/// <param name="Text">The answer; null: Esc.</param>
internal sealed record PreparedAnswer(string Question, string? Kind, string? Text);
