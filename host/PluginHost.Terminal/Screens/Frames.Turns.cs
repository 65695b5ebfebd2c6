namespace PluginHost.Terminal;

public sealed partial class Frames
{
    /// <summary>Starts the screen and asks the terminal what it can do.</summary>
    internal void Begin()
    {
        _screen.Start(this);
        _probe = new TerminalProbe();
        _probedAt = Clock.GetTimestamp();
        _decoder.IsProbing = true;
        _session.Write(TerminalProbe.Questions);
    }

    /// <summary>Waits for something to happen, and does what there is to do.</summary>
    /// <returns>False where it is over.</returns>
    internal bool Turn()
    {
        if (IsOver)
            return false;

        var count = _session.Read(_input, TimeToWait());
        if (count < 0)
            return false;

        _decoder.Take(_input.AsSpan(0, count), _events);
        _decoder.Resolve(_events);
        Dispatch();
        RunPosted();
        FollowTerminal();
        if (!IsOver && Volatile.Read(ref _isDirty) && TimeToFrame() <= TimeSpan.Zero)
            Draw();

        return !IsOver;
    }

    private bool IsOver => Volatile.Read(ref _isStopped) || _session.IsClosed;

    private TimeSpan? TimeToWait()
    {
        var time = _decoder.Due;
        if (Volatile.Read(ref _isDirty))
            time = Sooner(time, TimeToFrame());

        return _probe is null ? time : Sooner(time, TerminalProbe.Time - Clock.GetElapsedTime(_probedAt));
    }

    private TimeSpan TimeToFrame() => _drawnAt is { } drawn ? _pause - Clock.GetElapsedTime(drawn) : TimeSpan.Zero;

    private static TimeSpan Sooner(TimeSpan? one, TimeSpan other)
    {
        var sooner = one < other ? one.Value : other;
        return sooner < TimeSpan.Zero ? TimeSpan.Zero : sooner;
    }

    private void Dispatch()
    {
        for (var i = 0; i < _events.Count && !IsOver; i++)
        {
            switch (_events[i])
            {
                case ReplyInput reply:
                    TakeReply(reply);
                    break;
                case KeyInput { IsRelease: true } when !_options.TellReleases:
                    break;
                case var input:
                    _screen.OnInput(input);
                    Invalidate();
                    break;
            }
        }

        _events.Clear();
        if (_probe is not null && Clock.GetElapsedTime(_probedAt) >= TerminalProbe.Time)
            EndProbe();
    }

    private void RunPosted()
    {
        // No more than there was: work that posts work must not hold up the frame.
        int count;
        lock (_gate)
            count = _posted.Count;

        for (; count > 0 && !IsOver; count--)
        {
            Action work;
            lock (_gate)
                work = _posted.Dequeue();

            work();
            Invalidate();
        }

        lock (_gate)
        {
            if (_posted.Count > 0)
                _session.Wake();
        }
    }

    /// <summary>Follows what happened to the terminal: another size, a stop, a shell that had it meanwhile.</summary>
    private void FollowTerminal()
    {
        if (_session.TakeStopAsked())
            Suspend();

        // The size may have changed while somebody else had it.
        var wasLeft = _session.TakeLeft();
        if (wasLeft)
        {
            _isWhole = true;
            Invalidate();
        }

        if (!_session.TakeResized() && !wasLeft)
            return;

        var (width, height) = _session.Size;
        if ((width, height) == (_next.Width, _next.Height))
            return;

        _next.Resize(width, height);
        _isWhole = true;
        _screen.OnInput(new ResizeInput(width, height));
        Invalidate();
    }

    private void Draw()
    {
        Volatile.Write(ref _isDirty, false);
        _drawnAt = Clock.GetTimestamp();
        TrimPools();
        _next.Clear(default);
        DrawScreen(new Canvas(_next));
        var bytes = _isWhole ? _encoder.EncodeWhole(_shown, _next) : _encoder.Encode(_shown, _next);
        _isWhole = false;
        if (!bytes.IsEmpty)
            _session.Write(bytes);

        FrameCount++;
        ByteCount += bytes.Length;
        (_shown, _next) = (_next, _shown);
    }

    private void DrawScreen(Canvas canvas)
    {
        if (canvas.Width >= _options.FewestColumns && canvas.Height >= _options.FewestRows)
        {
            _screen.Draw(canvas);
            return;
        }

        canvas.Write(0, 0, "Enlarge me:", default);
        canvas.Write(0, 1, $"{_options.FewestColumns}x{_options.FewestRows}", default);
    }

    private void TrimPools()
    {
        if (_glyphs.Count > MostClusters)
            _glyphs.Trim(_shown);

        if (_links.Count > MostLinks)
            _links.Trim(_shown);
    }

    private void TakeReply(ReplyInput reply)
    {
        if (_probe is null)
            return;

        var known = _probe.Take(reply, Capabilities);
        if (known != Capabilities)
            Use(known);

        if (_probe.IsComplete)
            EndProbe();
    }

    private void Use(TerminalCapabilities known)
    {
        Capabilities = known;
        _encoder.Use(known);
        _isWhole = true;
        Invalidate();
    }

    private void EndProbe()
    {
        if (_probe is { HasWidths: true } probe && probe.Widths != Text.Widths)
            Text = Text with { Widths = probe.Widths };

        _probe = null;
        _decoder.IsProbing = false;
    }

    /// <summary>Waits for the answers that are still under way: whoever gets the terminal next must not find them.</summary>
    private void CloseProbe()
    {
        if (_probe is null || _session.IsClosed)
            return;

        _session.Drain(bytes =>
        {
            _decoder.Take(bytes, _events);
            return _events.Exists(input => input is ReplyInput { Kind: ReplyKind.Fence });
        });
        _events.RemoveAll(input => input is ReplyInput);
        EndProbe();
    }
}
