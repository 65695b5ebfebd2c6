using PluginHost.Engine;

namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>
/// Keeps what is being written in <c>.pluginhost/draft.txt</c>: the profiles on the first line, the text after it. It is written while somebody types, the
/// newest text as soon as the one before is written, each as a whole or not at all: what ends the program costs no more than the last keys.
/// </summary>
internal sealed class DraftFile(string folder, Action<string> complain)
{
    private readonly string _path = Path.Combine(folder, "draft.txt");
    private readonly Lock _gate = new();
    private Draft? _next;
    private Task _writing = Task.CompletedTask;
    private string _problem = "";

    /// <summary>Ends when everything is written.</summary>
    public Task Written
    {
        get
        {
            lock (_gate)
                return _writing;
        }
    }

    /// <summary>What was being written last; null where nothing was.</summary>
    public Draft? Read()
    {
        try
        {
            if (!File.Exists(_path))
                return null;

            var text = File.ReadAllText(_path);
            var end = text.IndexOf('\n', StringComparison.Ordinal);
            return end < 0 ? null : new Draft { Profiles = text[..end].Split('\t', StringSplitOptions.RemoveEmptyEntries), Text = text[(end + 1)..] };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            complain(Texts.Fill(Texts.DraftUnread, _path, error.Message));
            return null;
        }
    }

    /// <summary>Keeps a draft. It returns at once.</summary>
    public void Keep(Draft draft)
    {
        lock (_gate)
        {
            _next = draft;
            if (_writing.IsCompleted)
                _writing = Task.Run(Write);
        }
    }

    private void Write()
    {
        while (Take() is { } draft)
        {
            try
            {
                WorkspaceData.MakeFolder(folder);
                File.WriteAllText(_path + ".new", $"{string.Join('\t', draft.Profiles)}\n{draft.Text}");
                File.Move(_path + ".new", _path, overwrite: true);
                _problem = "";
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Once, and not with every key.
                if (_problem != error.Message)
                    complain(Texts.Fill(Texts.DraftUnwritten, _path, error.Message));

                _problem = error.Message;
            }
        }
    }

    // Whoever finds nothing more to write ends in the same moment: a draft that comes after it is written by another task.
    private Draft? Take()
    {
        lock (_gate)
        {
            var draft = _next;
            _next = null;
            if (draft is null)
                _writing = Task.CompletedTask;

            return draft;
        }
    }
}
