using PluginHost.Engine;

namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>
/// Keeps what is being written in <c>.pluginhost/draft.txt</c>, or in <c>draft-2.txt</c> and so on where other screens write here too: the profiles, and
/// behind # the attempt to hand it over, on the first line, the text after it. It is written while somebody types, the newest text as soon as the one before is written, each as a whole or not at
/// all: what ends the program costs no more than the last keys.
/// </summary>
internal sealed class DraftFile(string folder, Action<string> complain) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private DraftClaim? _claim;
    private Draft? _next;
    private Task _writing = Task.CompletedTask;
    private volatile string _problem = "";
    private bool _isClaimed;
    private bool _isOver;

    /// <summary>Ends when everything is written.</summary>
    public Task Written
    {
        get
        {
            lock (_gate)
                return _writing;
        }
    }

    /// <summary>Whether what is written is kept, as far as is known.</summary>
    public bool IsKept
    {
        get
        {
            lock (_gate)
                return _claim is not null && _problem.Length == 0;
        }
    }

    /// <summary>
    /// What was being written last by a screen that has gone; null where nothing was. From the first call on the draft belongs to this screen. Where none can
    /// be had, nothing is kept, and the person is told.
    /// </summary>
    public Draft? Read()
    {
        lock (_gate)
        {
            if (!_isClaimed && !_isOver)
                _claim = Claim();

            _isClaimed = true;
            return _claim?.Found;
        }
    }

    /// <summary>Keeps a draft, once it was read. It returns at once.</summary>
    public void Keep(Draft draft)
    {
        lock (_gate)
        {
            if (_claim is null || _isOver)
                return;

            _next = draft;
            var path = _claim.Path;
            if (_writing.IsCompleted)
                _writing = Task.Run(() => Write(path));
        }
    }

    /// <summary>Writes what is to be written, and leaves the draft to whoever comes next.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
            _isOver = true;

        await Written;
        _claim?.Dispose();
    }

    private DraftClaim? Claim()
    {
        try
        {
            WorkspaceData.MakeFolder(folder);
            return DraftClaim.Take(folder, complain);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            complain(Texts.Fill(Texts.DraftUnwritten, folder, error.Message));
            return null;
        }
    }

    private void Write(string path)
    {
        while (Take() is { } draft)
        {
            try
            {
                WorkspaceData.MakeFolder(folder);
                File.WriteAllText(path + ".new", DraftText.Write(draft));
                File.Move(path + ".new", path, overwrite: true);
                _problem = "";
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Once, and not with every key.
                if (_problem != error.Message)
                    complain(Texts.Fill(Texts.DraftUnwritten, path, error.Message));

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
