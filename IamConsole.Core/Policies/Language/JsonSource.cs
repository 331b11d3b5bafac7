using System.Text;
using System.Text.Json;

namespace IamConsole.Core.Policies.Language;

/// <summary>Reads JSON (RFC 8259) into parts that know their place. Never throws for what somebody typed.</summary>
internal sealed class JsonSource(string text)
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);

    private int _offset;
    private int _characters;
    private int _line = 1;
    private int _lineStart;

    /// <summary>The whole, or null with the place of the first mistake.</summary>
    public JsonPart? Read(out PolicyFinding? mistake)
    {
        mistake = null;
        try
        {
            var reader = new Utf8JsonReader(_bytes);
            reader.Read();
            var part = ReadValue(ref reader);
            reader.Read(); // Anything behind the value is a mistake, and thrown as one.
            return part;
        }
        catch (JsonException wrong)
        {
            mistake = PolicyMistakes.Syntax(Explain(wrong), At(Offset(wrong), 1));
        }
        catch (InvalidOperationException)
        {
            mistake = PolicyMistakes.Syntax("A text holds half a character.", At(0, 1));
        }

        return null;
    }

    private JsonPart ReadValue(ref Utf8JsonReader reader)
    {
        var (start, length) = ((int)reader.TokenStartIndex, reader.ValueSpan.Length);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<JsonMember>();
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    var at = At((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2);
                    reader.Read();
                    members.Add(new JsonMember(name, at, ReadValue(ref reader)));
                }

                return new JsonPart(JsonValueKind.Object, At(start, 1), "", members, []);
            case JsonTokenType.StartArray:
                var items = new List<JsonPart>();
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray) items.Add(ReadValue(ref reader));
                return new JsonPart(JsonValueKind.Array, At(start, 1), "", [], items);
            case JsonTokenType.String:
                return new JsonPart(JsonValueKind.String, At(start, length + 2), reader.GetString()!, [], []);
            default:
                var kind = reader.TokenType switch
                {
                    JsonTokenType.Number => JsonValueKind.Number,
                    JsonTokenType.True => JsonValueKind.True,
                    JsonTokenType.False => JsonValueKind.False,
                    _ => JsonValueKind.Null,
                };
                return new JsonPart(kind, At(start, length), Encoding.UTF8.GetString(reader.ValueSpan), [], []);
        }
    }

    private int Offset(JsonException wrong)
    {
        var offset = 0;
        for (var line = wrong.LineNumber ?? 0; line > 0 && offset < _bytes.Length; offset++)
            if (_bytes[offset] == '\n') line--;
        return Math.Min(_bytes.Length, offset + (int)(wrong.BytePositionInLine ?? 0));
    }

    // Asked for ever later places, so it goes on from the last one: a long text is walked through once.
    private TextPosition At(int offset, int bytes)
    {
        if (offset < _offset) (_offset, _characters, _line, _lineStart) = (0, 0, 1, 0);
        var passed = Encoding.UTF8.GetString(_bytes, _offset, offset - _offset);
        foreach (var c in passed)
        {
            _characters++;
            if (c == '\n') (_line, _lineStart) = (_line + 1, _characters);
        }

        _offset = offset;
        var length = Encoding.UTF8.GetCharCount(_bytes, offset, Math.Min(bytes, _bytes.Length - offset));
        return new TextPosition(_line, _characters - _lineStart + 1, _characters, length);
    }

    // The platform's sentence, without the position that we show better.
    private static string Explain(JsonException wrong)
    {
        var end = wrong.Message.IndexOf(" LineNumber", StringComparison.Ordinal);
        return end < 0 ? wrong.Message : wrong.Message[..end];
    }
}
