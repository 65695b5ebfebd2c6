using System.Text;
using System.Text.Json;

namespace PluginHost.Bluesky;

/// <summary>
/// Reads a message of the stream, of both forms, in one pass over its bytes. What it does not know it passes by, so that a server may say more than it does today; what is no JSON, or lacks what
/// a post must have, is <see cref="JetstreamEventKind.Broken"/>, and never an exception.
/// </summary>
internal static class JetstreamReader
{
    public static JetstreamEvent Read(ReadOnlySpan<byte> message)
    {
        try
        {
            var reader = new Utf8JsonReader(message);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return Broken;

            var found = new Found();
            ReadEnvelope(ref reader, ref found);
            return reader.Read() ? Broken : found.Judge();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return Broken;
        }
    }

    private static JetstreamEvent Broken => new() { Kind = JetstreamEventKind.Broken };

    // The outer object of the first form; both the frame and its payload of the second.
    private static void ReadEnvelope(scoped ref Utf8JsonReader reader, ref Found found)
    {
        while (NextName(ref reader))
        {
            if (reader.ValueTextEquals("did"u8))
                found.Event.Did = NextText(ref reader);
            else if (reader.ValueTextEquals("time_us"u8))
                found.Event.Time = NextNumber(ref reader);
            else if (reader.ValueTextEquals("seq"u8))
                found.Event.Number = NextNumber(ref reader);
            else if (reader.ValueTextEquals("time"u8))
                found.Time = NextText(ref reader);
            else if (reader.ValueTextEquals("witnessedAt"u8))
                found.WitnessedAt = NextText(ref reader);
            else if (reader.ValueTextEquals("kind"u8) || reader.ValueTextEquals("$type"u8))
                found.Note(NextText(ref reader));
            else if (reader.ValueTextEquals("payload"u8) || reader.ValueTextEquals("commit"u8))
                Inside(ref reader, ref found, ReadEnvelope);
            else if (reader.ValueTextEquals("identity"u8))
                Inside(ref reader, ref found, ReadIdentity);
            else if (reader.ValueTextEquals("record"u8))
                Inside(ref reader, ref found, ReadRecord);
            else if (reader.ValueTextEquals("operation"u8))
                found.Operation = NextText(ref reader);
            else if (reader.ValueTextEquals("collection"u8))
                found.Collection = NextText(ref reader);
            else if (reader.ValueTextEquals("rkey"u8))
                found.Event.Key = NextText(ref reader);
            else if (reader.ValueTextEquals("cid"u8))
                found.Event.Version = NextText(ref reader);
            else if (reader.ValueTextEquals("rev"u8))
                found.Revision = NextText(ref reader);
            else if (reader.ValueTextEquals("name"u8) || reader.ValueTextEquals("error"u8))
                found.Event.Word = NextText(ref reader);
            else
                reader.Skip();
        }
    }

    // Its seq and time are those of the relay.
    private static void ReadIdentity(scoped ref Utf8JsonReader reader, ref Found found)
    {
        while (NextName(ref reader))
        {
            if (reader.ValueTextEquals("handle"u8))
                found.Event.Handle = NextText(ref reader);
            else
                reader.Skip();
        }
    }

    private static void ReadRecord(scoped ref Utf8JsonReader reader, ref Found found)
    {
        while (NextName(ref reader))
        {
            if (reader.ValueTextEquals("text"u8))
            {
                found.Event.Text = NextText(ref reader);
                found.HasText = reader.TokenType == JsonTokenType.String;
                found.Event.IsEscaped = found.HasText && reader.ValueIsEscaped;
            }
            else if (reader.ValueTextEquals("createdAt"u8))
                found.Event.SaidAt = NextText(ref reader);
            else if (reader.ValueTextEquals("langs"u8))
                ReadLanguages(ref reader, ref found);
            else
                reader.Skip();
        }
    }

    private static void ReadLanguages(scoped ref Utf8JsonReader reader, ref Found found)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String && found.Event.Language.IsEmpty)
                found.Event.Language = reader.ValueSpan;
            else
                reader.Skip();
        }
    }

    private static void Inside(scoped ref Utf8JsonReader reader, ref Found found, Part read)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
            read(ref reader, ref found);
        else
            reader.Skip();
    }

    private static bool NextName(scoped ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    private static ReadOnlySpan<byte> NextText(scoped ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return reader.ValueSpan;

        reader.Skip();
        return default;
    }

    private static long NextNumber(scoped ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) && number > 0)
            return number;

        reader.Skip();
        return 0;
    }

    private delegate void Part(scoped ref Utf8JsonReader reader, ref Found found);

    private ref struct Found
    {
        public JetstreamEvent Event;
        public ReadOnlySpan<byte> Time;
        public ReadOnlySpan<byte> WitnessedAt;
        public ReadOnlySpan<byte> Operation;
        public ReadOnlySpan<byte> Collection;
        public ReadOnlySpan<byte> Revision;
        public bool HasText;
        private bool _isEnd;
        private bool _isNotice;
        private bool _isCommit;
        private bool _isIdentity;

        public void Note(ReadOnlySpan<byte> type)
        {
            _isEnd |= type.SequenceEqual("error"u8);
            _isNotice |= type.EndsWith("#info"u8);
            _isCommit |= type.SequenceEqual("commit"u8) || type.EndsWith("#commit"u8);
            _isIdentity |= type.SequenceEqual("identity"u8) || type.EndsWith("#identity"u8);
        }

        public JetstreamEvent Judge()
        {
            if (_isEnd || _isNotice)
                return Event with { Kind = _isEnd ? JetstreamEventKind.End : JetstreamEventKind.Notice };

            if (Event.Time == 0)
                Event.Time = TimeOf(WitnessedAt.IsEmpty ? Time : WitnessedAt);

            if (Event.Version.IsEmpty)
                Event.Version = Revision;

            Event.Kind = KindOf();
            return Event;
        }

        private readonly JetstreamEventKind KindOf()
        {
            if (_isIdentity && !Event.Did.IsEmpty && !Event.Handle.IsEmpty)
                return JetstreamEventKind.Identity;

            // What was changed is no new post, and what was deleted none at all.
            if (!_isCommit || !Operation.SequenceEqual("create"u8) || !Collection.SequenceEqual("app.bsky.feed.post"u8))
                return JetstreamEventKind.Other;

            return HasText && IsName(Event.Did) && IsName(Event.Key) && Event.Time > 0 ? JetstreamEventKind.Post : JetstreamEventKind.Broken;
        }

        // What is made part of an address: no escapes, no slashes.
        private static bool IsName(ReadOnlySpan<byte> name) => name.Length is > 0 and <= 2048 && !name.ContainsAnyExceptInRange((byte)'!', (byte)'~') && !name.ContainsAny("\\/\"?#"u8);

        private static long TimeOf(ReadOnlySpan<byte> text) =>
            DateTimeOffset.TryParse(Encoding.UTF8.GetString(text), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var time)
                ? JetstreamPlace.At(time).Time
                : 0;
    }
}
