namespace PluginHost.Terminal;

/// <summary>The numbers of a control sequence: separated by semicolons, with up to three parts by colons. What is left out is 0.</summary>
internal struct Parameters
{
    private const int Most = 8;
    private const int Parts = 3;
    private const int Largest = 0x10FFFF;

    private System.Runtime.CompilerServices.InlineArray16<int> _first;
    private System.Runtime.CompilerServices.InlineArray16<int> _rest;

    /// <summary>How many there are; the empty body has none.</summary>
    public int Count { get; private set; }

    /// <summary>A number; 0 where it is not there.</summary>
    public readonly int this[int place] => place < Count ? _first[place] : 0;

    /// <summary>The second part of a number; 1 where it is not there, as the kitty protocol has it.</summary>
    public readonly int Sub(int place) => place < Count && _rest[place] != 0 ? _rest[place] : 1;

    /// <summary>Reads them.</summary>
    /// <returns>False where something else stands there, or too much.</returns>
    public static bool TryRead(ReadOnlySpan<byte> body, out Parameters parameters)
    {
        parameters = default;
        if (body.IsEmpty)
            return true;

        parameters.Count = 1;
        var part = 0;
        foreach (var next in body)
        {
            switch (next)
            {
                case (byte)';':
                    part = 0;
                    parameters.Count++;
                    break;
                case (byte)':':
                    part++;
                    break;
                case >= (byte)'0' and <= (byte)'9':
                    if (!parameters.Add(part, next - '0'))
                        return false;

                    break;
                default:
                    return false;
            }

            if (parameters.Count > Most || part > Parts)
                return false;
        }

        return true;
    }

    private bool Add(int part, int digit)
    {
        ref var number = ref part == 0 ? ref _first[Count - 1] : ref _rest[Count - 1];
        if (part > 1)
            return true;

        number = (number * 10) + digit;
        return number <= Largest;
    }
}
