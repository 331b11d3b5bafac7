using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace IamConsole.Core.AuditTrail;

/// <summary>The checkpoints, one JSON object a line, only ever appended to.</summary>
internal static class CheckpointFile
{
    /// <summary>All of them; a last line without its end was cut off by a crash and was never answered for.</summary>
    /// <exception cref="AuditTrailException">A line is no checkpoint.</exception>
    public static IReadOnlyList<Checkpoint> Read(string file)
    {
        if (!File.Exists(file)) return [];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = reader.ReadToEnd().Split('\n')[..^1];
        return [.. lines.Select(Parse)];
    }

    /// <summary>The last line, or null.</summary>
    /// <exception cref="AuditTrailException">A line is no checkpoint.</exception>
    public static Checkpoint? Newest(string file) => Read(file) is [.., var newest] ? newest : null;

    /// <summary>Appends and waits for the disk.</summary>
    public static void Append(AuditFiles files, Checkpoint checkpoint)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(files.Checkpoints, options);
        stream.SetLength(EndOfLastLine(stream));
        stream.Seek(0, SeekOrigin.End);
        stream.Write(JsonSerializer.SerializeToUtf8Bytes(checkpoint, AuditJson.Line));
        stream.WriteByte((byte)'\n');
        stream.Flush(flushToDisk: true);
    }

    /// <summary>The first checkpoint that is not what this key signed one after the other, as a sentence; null when all are good.</summary>
    public static string? Fault(IReadOnlyList<Checkpoint> checkpoints, ECDsa publicKey)
    {
        string? previous = null;
        for (var i = 0; i < checkpoints.Count; i++)
        {
            var checkpoint = checkpoints[i];
            if (!checkpoint.IsSignedBy(publicKey)) return $"checkpoint {i + 1} (row {checkpoint.Sequence}): the signature is wrong";
            if (checkpoint.Previous != previous) return $"checkpoint {i + 1} (row {checkpoint.Sequence}): it does not follow the one before it; the file was rewritten";
            previous = checkpoint.Signature;
        }

        return null;
    }

    private static Checkpoint Parse(string line, int index)
    {
        try
        {
            return JsonSerializer.Deserialize<Checkpoint>(line, AuditJson.Line) ?? throw new JsonException();
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            throw new AuditTrailException($"checkpoint {index + 1}: the line is no checkpoint; the file was rewritten", error);
        }
    }

    private static long EndOfLastLine(FileStream stream)
    {
        for (var end = stream.Length; end > 0; end--)
        {
            stream.Position = end - 1;
            if (stream.ReadByte() == '\n') return end;
        }

        return 0;
    }
}
