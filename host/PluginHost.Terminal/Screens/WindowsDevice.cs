using System.Runtime.InteropServices;
using System.Text;

namespace PluginHost.Terminal;

/// <summary>
/// The terminal on Windows, by its console API. Written from the documentation and never run: whoever has a Windows at hand, begin here. Input is read as
/// key events, whose characters are the bytes of the terminal's sequences in UTF-16; reading a stream loses what lies outside the basic plane.
/// </summary>
internal sealed unsafe class WindowsDevice : ITerminalDevice
{
    private const int InputHandle = -10;
    private const int OutputHandle = -11;
    private const uint ProcessedInput = 0x1;
    private const uint LineInput = 0x2;
    private const uint EchoInput = 0x4;
    private const uint WindowInput = 0x8;
    private const uint ExtendedFlags = 0x80;
    private const uint QuickEdit = 0x40;
    private const uint TerminalInput = 0x200;
    private const uint ProcessedOutput = 0x1;
    private const uint TerminalOutput = 0x4;
    private const uint NoAutoReturn = 0x8;
    private const uint Utf8 = 65001;
    private const ushort KeyEvent = 1;
    private const int MostRecords = 64;

    private readonly nint _input = GetStdHandle(InputHandle);
    private readonly nint _output = GetStdHandle(OutputHandle);
    private readonly AutoResetEvent _wake = new(false);
    private readonly Lock _gate = new();
    private uint _foundInput;
    private uint _foundOutput;
    private uint _foundPage;
    private char _high;
    private bool _isRaw;

    public (int Width, int Height) Size => (Console.WindowWidth, Console.WindowHeight);

    public bool CanSuspend => false;

    public void EnterRaw()
    {
        lock (_gate)
        {
            if (!_isRaw && (!GetConsoleMode(_input, out _foundInput) || !GetConsoleMode(_output, out _foundOutput)))
                throw new TerminalException("Standard input or output is no console. Start the program from a terminal, without redirecting them.");

            if (!_isRaw)
                _foundPage = GetConsoleOutputCP();

            _isRaw = true;
            SetConsoleOutputCP(Utf8);
            SetConsoleMode(_input, (_foundInput | TerminalInput | ExtendedFlags | WindowInput) & ~(LineInput | EchoInput | ProcessedInput | QuickEdit));
            if (!SetConsoleMode(_output, _foundOutput | ProcessedOutput | TerminalOutput | NoAutoReturn))
                throw new TerminalException("This console obeys no escape sequences. Use Windows Terminal, or Windows 10 1809 or later.");
        }
    }

    public void LeaveRaw()
    {
        lock (_gate)
        {
            if (!_isRaw)
                return;

            _isRaw = false;
            SetConsoleMode(_input, _foundInput);
            SetConsoleMode(_output, _foundOutput);
            SetConsoleOutputCP(_foundPage);
        }
    }

    public int Read(Span<byte> buffer, TimeSpan? timeout)
    {
        var handles = stackalloc nint[] { _input, _wake.SafeWaitHandle.DangerousGetHandle() };
        var milliseconds = timeout is { } time ? (uint)Math.Clamp(Math.Ceiling(time.TotalMilliseconds), 0, int.MaxValue) : uint.MaxValue;
        if (WaitForMultipleObjects(2, handles, false, milliseconds) != 0)
            return 0;

        // A character takes three bytes at most; a pair, split over two records, four.
        var records = stackalloc InputRecord[MostRecords];
        if (!ReadConsoleInput(_input, records, (uint)Math.Min(MostRecords, (buffer.Length / 4) - 1), out var count))
            return -1;

        var written = 0;
        for (var i = 0; i < count; i++)
        {
            if (records[i].Kind == KeyEvent && records[i].IsDown != 0 && records[i].Character != 0)
                written += Append(records[i].Character, buffer[written..]);
        }

        return written;
    }

    public void Wake() => _wake.Set();

    public void Write(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            var done = 0u;
            while (done < bytes.Length && WriteFile(_output, start + done, (uint)bytes.Length - done, out var count, 0))
                done += count;
        }
    }

    public void Suspend()
    {
    }

    public void Dispose()
    {
        LeaveRaw();
        _wake.Dispose();
    }

    private int Append(char character, Span<byte> buffer)
    {
        if (char.IsHighSurrogate(character))
        {
            _high = character;
            return 0;
        }

        var rune = char.IsSurrogatePair(_high, character) ? new Rune(_high, character)
            : Rune.TryCreate(character, out var single) ? single
            : Rune.ReplacementChar;
        _high = default;
        return rune.EncodeToUtf8(buffer);
    }

    [DllImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetStdHandle(int which);

    [DllImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool GetConsoleMode(nint handle, out uint mode);

    [DllImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool SetConsoleMode(nint handle, uint mode);

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint GetConsoleOutputCP();

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool SetConsoleOutputCP(uint page);

    [DllImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint WaitForMultipleObjects(uint count, nint* handles, bool all, uint milliseconds);

    [DllImport("kernel32", EntryPoint = "ReadConsoleInputW", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool ReadConsoleInput(nint handle, InputRecord* records, uint length, out uint count);

    [DllImport("kernel32", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool WriteFile(nint handle, byte* bytes, uint length, out uint written, nint overlapped);

    /// <summary>INPUT_RECORD, of which a key event is read.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 20)]
    private struct InputRecord
    {
        [FieldOffset(0)]
        public ushort Kind;

        [FieldOffset(4)]
        public int IsDown;

        [FieldOffset(14)]
        public char Character;
    }
}
