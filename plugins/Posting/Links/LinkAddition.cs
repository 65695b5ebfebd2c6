namespace PluginHost.Posting.Links;

/// <summary>What is put into a text.</summary>
/// <param name="At">Where, in UTF-16 units of the text as it was written.</param>
/// <param name="Text">What.</param>
internal readonly record struct LinkAddition(int At, string Text);
