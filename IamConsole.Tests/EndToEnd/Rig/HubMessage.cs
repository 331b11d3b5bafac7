using System.Text;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>One message of the hub, as Blazor's script and the server exchange them: MessagePack behind its own length.</summary>
/// <param name="Type">1: call. 3: answer. 6: ping. 7: good-bye.</param>
/// <param name="Id">Ties an answer to its call; null where none is wanted.</param>
/// <param name="Target">The called method.</param>
/// <param name="Values">Arguments of a call, or the one value of an answer.</param>
internal sealed record HubMessage(long Type, string? Id, string? Target, IReadOnlyList<object?> Values)
{
    public const long Call = 1;
    public const long Answer = 3;

    /// <summary>Takes whole messages from the front of <paramref name="stream"/>; the rest stays for later.</summary>
    public static IEnumerable<HubMessage> Take(List<byte> stream)
    {
        while (Whole(stream) is { } message)
            yield return message;
    }

    /// <summary>All messages of one frame.</summary>
    public static IReadOnlyList<HubMessage> In(byte[] frame) => [.. Take([.. frame])];

    /// <summary>The bytes of a call.</summary>
    public static byte[] Calling(string? id, string target, params object?[] arguments)
    {
        List<byte> body = [0x95, (byte)Call, 0x80];
        Write(body, id);
        Write(body, target);
        body.Add((byte)(0x90 | arguments.Length));
        foreach (var argument in arguments) Write(body, argument);
        List<byte> whole = [];
        var length = body.Count;
        for (; length > 0x7f; length >>= 7) whole.Add((byte)(0x80 | (length & 0x7f)));
        whole.Add((byte)length);
        return [.. whole, .. body];
    }

    private static HubMessage? Whole(List<byte> stream)
    {
        var (length, at) = (0, 0);
        do
        {
            if (at == stream.Count) return null;
            length |= (stream[at] & 0x7f) << (7 * at);
        }
        while ((stream[at++] & 0x80) != 0);
        if (stream.Count < at + length) return null;
        var parts = (List<object?>)new MessagePackReader([.. stream.GetRange(at, length)]).Read()!;
        stream.RemoveRange(0, at + length);
        return (long)parts[0]! switch
        {
            Call => new HubMessage(Call, (string?)parts[2], (string?)parts[3], (List<object?>)parts[4]!),
            Answer => new HubMessage(Answer, (string?)parts[2], null, [.. parts.Skip(4)]),
            var other => new HubMessage(other, null, null, []),
        };
    }

    private static void Write(List<byte> into, object? value)
    {
        switch (value)
        {
            case null:
                into.Add(0xc0);
                break;
            case bool truth:
                into.Add(truth ? (byte)0xc3 : (byte)0xc2);
                break;
            case long number:
                into.Add(0xd3);
                for (var shift = 56; shift >= 0; shift -= 8) into.Add((byte)(number >> shift));
                break;
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                into.Add(0xdb);
                for (var shift = 24; shift >= 0; shift -= 8) into.Add((byte)(bytes.Length >> shift));
                into.AddRange(bytes);
                break;
            default:
                throw new ArgumentException($"{value.GetType().Name} is not sent.", nameof(value));
        }
    }
}
