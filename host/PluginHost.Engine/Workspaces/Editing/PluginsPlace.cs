namespace PluginHost.Engine.Workspaces.Editing;

/// <summary>
/// The place of one plugin in a text, and the changes there. Each gives the new text, or null where it is not written as a program may change it;
/// whether it then says what was wanted is for <see cref="PluginsText"/> to see.
/// </summary>
internal sealed class PluginsPlace
{
    private readonly string _text;
    private readonly string _id;
    private readonly PlacedEntry? _plugins;
    private readonly PlacedEntry? _entry;
    private readonly MappingEdit _edit;

    private PluginsPlace(string text, string id, PlacedNode? root)
    {
        (_text, _id) = (text, id);
        _plugins = root?.Find("plugins");
        _entry = _plugins?.Value.Find(id);
        _edit = new MappingEdit(text);
    }

    /// <returns>Null where there is no place for plugins: the file is one text, or a mapping in braces that does not name them.</returns>
    public static PluginsPlace? Find(string text, string id)
    {
        // Places are counted from the byte order mark on, where there is one.
        var root = PlacedReader.Read(text);
        return root is null or { Kind: PlacedKind.Block } or { Kind: PlacedKind.Flow, Entries.Count: > 0 } ? new PluginsPlace(text, id, root) : null;
    }

    public string? Add() => _plugins switch
    {
        null => $"{_text}{(_text.Length == 0 || _text.EndsWith('\n') ? "" : _edit.NewLine)}plugins:{_edit.NewLine}  {_id}:{_edit.NewLine}",
        { HasColon: true, Value.IsNothing: true } => _edit.Put(_plugins.Colon, _plugins.End, "", $"{_edit.NewLine}  {_id}:"),
        { Value.Kind: PlacedKind.Flow } => _edit.AppendToFlow(_plugins.Value, _id),
        { Value.Kind: PlacedKind.Block } => _edit.AppendToBlock(_plugins.Value, $"{_id}:"),
        _ => null,
    };

    public string? Remove() => _entry is null ? null : _edit.Remove(_plugins!.Value, _entry);

    public string? Switch(bool on) => on ? SwitchOn() : SwitchOff();

    public string? Pin(string? version)
    {
        if (_entry is null)
            return null;

        if (_entry.Value.Find("version") is { } written)
            return version is null ? RemoveKey(written) : _edit.Put(written.Colon, written.End, $" {version}", "");

        return version is null ? null : _entry.Value switch
        {
            { Kind: PlacedKind.Scalar, Text: "off" } => SetValue($"{{ off: true, version: {version} }}"),
            _ => AddKey("version", version),
        };
    }

    private string? SwitchOff()
    {
        if (_entry is null)
            return null;

        if (_entry.Value.Find("off") is { } written)
            return _edit.Put(written.Colon, written.End, " true", "");

        return _entry.Value.IsNothing ? SetValue("off") : AddKey("off", "true");
    }

    private string? SwitchOn() => _entry switch
    {
        { Value: { Kind: PlacedKind.Scalar, Text: "off" } } => ClearValue(),
        { Value: var value } when value.Find("off") is { } written => RemoveKey(written),
        _ => null,
    };

    private string? AddKey(string key, string value) => _entry!.Value switch
    {
        { IsNothing: true } => SetValue($"{{ {key}: {value} }}"),
        { Kind: PlacedKind.Flow } mapping => _edit.PutFirstInFlow(mapping, $"{key}: {value}"),
        { Kind: PlacedKind.Block } mapping => _edit.PutFirstInBlock(mapping, $"{key}: {value}"),
        _ => null,
    };

    // The last key takes its braces along: "id: {}" is a mapping without a word to say.
    private string? RemoveKey(PlacedEntry key) => _entry!.Value is { Kind: PlacedKind.Flow, Entries.Count: 1 } ? ClearValue() : _edit.Remove(_entry.Value, key);

    private string SetValue(string value) => _edit.Put(_entry!.Colon, _entry.End, _entry.HasColon ? $" {value}" : $": {value}", "");

    // In braces a key stands alone, without its colon.
    private string ClearValue() => _plugins!.Value.Kind == PlacedKind.Flow
        ? _edit.Put(_entry!.Colon - 1, _entry.End, "", "")
        : _edit.Put(_entry!.Colon, _entry.End, "", "");
}
