namespace PluginHost.RehearsalServer;

/// <summary>A stretch of a text.</summary>
internal readonly record struct TextPiece(TextPieceKind Kind, string Text);
